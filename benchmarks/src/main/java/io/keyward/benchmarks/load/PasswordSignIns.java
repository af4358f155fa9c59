package io.keyward.benchmarks.load;

import java.util.List;

/** Signs in people by password grant, each with a device id that is known from the second time on. */
record PasswordSignIns() implements Workload {

    @Override
    public int sessions(LoadOptions options) {
        return 0;
    }

    @Override
    public LoadScript prepare(RunningSubject subject, LoadOptions options, int seconds) {
        return new LoadScript(
                "password.lua",
                seconds,
                List.of(
                        SubjectRealm.CLIENT,
                        subject.people().toString(),
                        String.valueOf(options.connections()),
                        "-",
                        options.scope()));
    }
}

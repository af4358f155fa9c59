package io.keyward.benchmarks.load;

import java.util.List;

/** Opens the login page. */
record PageViews() implements Workload {

    @Override
    public int sessions(LoadOptions options) {
        return 0;
    }

    @Override
    public LoadScript prepare(RunningSubject subject, LoadOptions options, int seconds) {
        return new LoadScript("page.lua", seconds, List.of(SubjectRealm.CLIENT, SubjectRealm.REDIRECT));
    }
}

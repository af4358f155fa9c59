package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * What Keycloak's threads were doing during a turn, from Java's flight recorder. Only time in Java code is seen; waiting is
 * not.
 *
 * @param samples how often the recorder looked and found a thread running
 * @param areas samples by area
 * @param frames samples by the method on top of the stack
 * @param own samples by the method of Keyward that is nearest to the top, where there is one
 */
record Profile(
        Subject subject,
        WorkloadKind workload,
        long samples,
        Map<Area, Integer> areas,
        Map<String, Integer> frames,
        Map<String, Integer> own) {

    static Profile of(RunningSubject subject, WorkloadKind kind, LoadOptions options, Path work) {
        Path file = work.resolve(subject.subject().id() + "-" + kind.id() + ".jfr");
        LoadScript script = kind.workload().prepare(subject, options, options.seconds());
        Jcmd keycloak = new Jcmd(subject.meter().keycloakPid());
        keycloak.run("JFR.configure", "stackdepth=256");
        keycloak.run("JFR.start", "name=keyward", "settings=profile");
        subject.run(script);
        keycloak.run("JFR.stop", "name=keyward", "filename=" + file);
        return read(subject.subject(), kind, file);
    }

    private static Profile read(Subject subject, WorkloadKind kind, Path file) {
        Map<Area, Integer> areas = new TreeMap<>();
        Map<String, Integer> frames = new TreeMap<>();
        Map<String, Integer> own = new TreeMap<>();
        long samples = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                RecordedStackTrace trace = event.getStackTrace();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && trace != null) {
                    samples++;
                    List<String> methods =
                            trace.getFrames().stream().map(Profile::name).toList();
                    areas.merge(Area.of(methods), 1, Integer::sum);
                    frames.merge(methods.get(0), 1, Integer::sum);
                    methods.stream()
                            .filter(method -> method.startsWith("io.keyward."))
                            .findFirst()
                            .ifPresent(method -> own.merge(method, 1, Integer::sum));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Profile(subject, kind, samples, areas, frames, own);
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}

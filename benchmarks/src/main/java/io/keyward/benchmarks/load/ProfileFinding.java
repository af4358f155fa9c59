package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where Keycloak's processor time goes, by Java's flight recorder. */
record ProfileFinding(String name, List<Profile> profiles) {

    Finding finding() {
        StringBuilder text = new StringBuilder(
                "Samples of Java's flight recorder, in a turn that nothing else measures. What was done about the top entries:\n"
                        + "[profile.md](../../../docs/profile.md).\n\n");
        profiles.forEach(profile -> text.append(new ProfileTable(profile).text()));
        return new Finding(List.of(), text.toString(), Map.of(name + ".csv", csv()), List.of());
    }

    private String csv() {
        List<String> lines = new ArrayList<>();
        for (Profile profile : profiles) {
            add(lines, profile, "top", profile.frames());
            add(lines, profile, "keyward", profile.own());
        }
        return "workload,subject,by,method,samples,of\n" + String.join("", lines);
    }

    private static void add(List<String> lines, Profile profile, String by, Map<String, Integer> methods) {
        methods.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(method -> lines.add(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%s,%d,%d%n",
                        profile.workload().id(),
                        profile.subject().id(),
                        by,
                        method.getKey(),
                        method.getValue(),
                        profile.samples())));
    }
}

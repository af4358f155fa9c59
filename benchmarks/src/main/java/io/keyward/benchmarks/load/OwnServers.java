package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Finding;
import io.keyward.benchmarks.proof.Section;
import java.time.Instant;
import java.util.List;

/** Keycloak without and with Keyward, each with a server of its own. */
final class OwnServers extends ProofServers {

    private List<MemorySample> idle = List.of();

    OwnServers(ProofSetting setting) {
        super(setting);
    }

    @Override
    public String title() {
        return "Keycloak and Keyward, each with a server";
    }

    @Override
    public int startSeconds() {
        return 65;
    }

    @Override
    List<String> words() {
        return List.of(
                "--subjects",
                "plain,keyward",
                "--small-heap",
                "--connections",
                "4",
                "--once",
                setting().of(400, 20));
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section("boot", "Boot time", setting().options().of(240, 60), this::boot),
                new Section("memory", "Memory", setting().options().of(90, 40), this::memory),
                new Section(
                        "registration",
                        "Registration with mail",
                        setting().options().of(150, 40),
                        this::registration));
    }

    private Finding boot(Instant end) {
        BootTimes boots = new BootTimes(all(), setting().progress());
        Finding finding = boots.measure(setting().options().of(6, 1), end);
        idle = boots.idle();
        return finding;
    }

    private Finding memory(Instant end) {
        LoadOptions options = options(
                "--workloads",
                "password,refresh-rested,page",
                "--rounds",
                setting().of(3, 1),
                "--seconds",
                setting().of(3, 1),
                "--warm-up",
                setting().of(2, 1));
        return new MemoryUse(all(), idle, setting().progress()).measure(options, end);
    }

    private Finding registration(Instant end) {
        LoadOptions options =
                options("--samples", setting().of(80, 3), "--warm-up", setting().of(3, 1), "--connections", "2");
        return new Registrations(all(), setting().progress()).measure(options, end);
    }
}

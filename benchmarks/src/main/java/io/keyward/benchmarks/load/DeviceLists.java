package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads lists of devices, each with its sessions, as one of the readers below. */
record DeviceLists(Reader reader) implements Workload {

    /** Who reads, and what. */
    enum Reader {
        OWNER {
            @Override
            List<String> resources(DeviceOwners owners) {
                return owners.own();
            }
        },
        ADMIN {
            @Override
            List<String> resources(DeviceOwners owners) {
                return owners.byAdmin();
            }
        },
        ADMIN_PAGE {
            @Override
            List<String> resources(DeviceOwners owners) {
                return owners.pages();
            }
        };

        abstract List<String> resources(DeviceOwners owners);
    }

    @Override
    public int sessions(LoadOptions options) {
        return 0;
    }

    @Override
    public LoadScript prepare(RunningSubject subject, LoadOptions options, int seconds) {
        try {
            Path file =
                    Files.write(subject.people().resolveSibling("resources"), reader.resources(subject.deviceOwners()));
            return new LoadScript("get.lua", seconds, List.of(file.toString(), String.valueOf(options.connections())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.keyward.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrepareTest {

    @TempDir
    Path folder;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void filesReportAndSummaryAddUp() throws Exception {
        Path out = prepare("""
                id,name,email,role,is_verified,password_hash,created_at
                1,Ada,ada@example.org,admin,t,%1$s,2024-01-02
                2,Bob,bob@example.org,user,f,%1$s,
                3,Eve,ADA@example.org,user,f,%1$s,
                4,Dan,dan@example.org,user,f,nothing,
                5,Cem,cem@example.org,user,f,%1$s,
                """.formatted(Rows.HASH));

        JsonNode summary = mapper.readTree(out.resolve(Folder.SUMMARY).toFile());
        assertThat(summary.toString())
                .isEqualTo("{\"realm\":\"Shop\",\"rows\":5,\"users\":3,\"files\":2,"
                        + "\"skipped\":{\"duplicate-address\":1,\"bad-hash\":1}}");
        assertThat(Files.readAllLines(out.resolve(Folder.SKIPPED)))
                .containsExactly("row,line,id,reason", "3,4,3,duplicate-address", "4,5,4,bad-hash");
        Chunk first = Chunk.read(out.resolve("users-00001.json"), mapper);
        Chunk second = Chunk.read(out.resolve("users-00002.json"), mapper);
        assertThat(first.entries()).extracting(Chunk.Entry::row).containsExactly(1L, 2L);
        assertThat(second.entries()).extracting(Chunk.Entry::row).containsExactly(5L);
        assertThat(first.entries().get(0).user())
                .isEqualTo(mapper.readTree("""
                        {"id": "%s", "username": "ada@example.org", "email": "ada@example.org", "emailVerified": true,
                         "enabled": true, "firstName": "Ada", "createdTimestamp": 1704153600000,
                         "attributes": {"keyward.email-proof": ["imported"]},
                         "realmRoles": ["default-roles-shop", "admin"],
                         "credentials": [{"type": "password", "secretData": "{\\"value\\":\\"%s\\",\\"salt\\":\\"\\"}",
                          "credentialData": "{\\"algorithm\\":\\"bcrypt\\",\\"hashIterations\\":5}"}]}
                        """.formatted(UserId.of("Shop", "1", true), Rows.HASH)));
        assertThat(first.entries().get(1).user().has("attributes"))
                .as("nothing says that the address was verified")
                .isFalse();
    }

    @Test
    void nobodyElseMayLookIntoTheFolder() throws Exception {
        Path out = prepare("id,email,is_verified,password_hash\n1,a@example.org,t," + Rows.HASH + "\n");

        assertThat(Files.getPosixFilePermissions(out)).hasSize(3);
        assertThat(Files.getPosixFilePermissions(out.resolve("users-00001.json")))
                .hasSize(2);
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "x");
        assertThatThrownBy(() -> Folder.empty(folder)).isInstanceOf(ImportException.class);
        assertThatThrownBy(() -> Folder.prepared(folder)).isInstanceOf(ImportException.class);
    }

    private Path prepare(String csv) throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("users.csv"), csv);
        Path out = folder.resolve("out");
        new Prepare(PrepareOptions.parse(
                        "--csv", file.toString(), "--realm", "Shop", "--out", out.toString(), "--chunk", "2"))
                .run();
        return out;
    }
}

package io.keyward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/asvs.md} names tests that exist, leaves no cell empty, and says why where it names none. */
final class RequirementsTest {

    private static final Path PAGE = Path.of("..", "docs", "asvs.md");
    private static final Pattern LINK = Pattern.compile("\\[`(\\w+)\\.(\\w+)`]\\(([^)]+)\\)");
    private static final Pattern CODE = Pattern.compile("`\\w+(?:IT|Test|Contract)\\.\\w+`");
    private static final Pattern PAGE_LINK = Pattern.compile("]\\(([\\w/-]+\\.md)(?:#([\\w-]+))?\\)");
    private static final List<String> REASONS = List.of("Keycloak's", "Yours", "Departs", "None");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        List<MatchResult> links = LINK.matcher(Files.readString(PAGE)).results().toList();
        assertThat(links).hasSizeGreaterThan(150);
        for (MatchResult link : links) {
            Path file = PAGE.resolveSibling(link.group(3)).normalize();
            assertThat(file)
                    .as(link.group())
                    .hasFileName(link.group(1) + ".java")
                    .isRegularFile();
            assertThat(method(link.group(2)).matcher(Files.readString(file)).find())
                    .as("%s has a test %s", file, link.group(2))
                    .isTrue();
        }
    }

    @Test
    void everyNameIsALink() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(CODE.matcher(page).results().count())
                .isEqualTo(LINK.matcher(page).results().count());
    }

    @Test
    void noCellIsEmptyAndEveryRowIsShownOrSaysWhyNot() throws IOException {
        List<List<String>> rows = rows();
        assertThat(rows).hasSizeGreaterThan(150);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row).hasSize(3).noneMatch(String::isBlank);
            String shown = row.get(2);
            assertThat(LINK.matcher(shown).find() || REASONS.stream().anyMatch(shown::startsWith))
                    .as("%s", row)
                    .isTrue();
        });
        assertThat(rows.stream().map(row -> row.get(0)).toList()).doesNotHaveDuplicates();
    }

    @Test
    void everyPartOfThePagesItLeadsToIsThere() throws IOException {
        for (MatchResult link :
                PAGE_LINK.matcher(Files.readString(PAGE)).results().toList()) {
            Path page = PAGE.resolveSibling(link.group(1));
            assertThat(page).isRegularFile();
            if (link.group(2) != null) {
                assertThat(anchors(page)).as(link.group()).contains(link.group(2));
            }
        }
    }

    private static List<List<String>> rows() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith("| ") && !line.startsWith("| |"))
                    .map(line -> Arrays.stream(
                                    line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        }
    }

    private static List<String> anchors(Path page) throws IOException {
        try (Stream<String> lines = Files.lines(page)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "")
                            .toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} -]", "")
                            .replace(' ', '-'))
                    .toList();
        }
    }

    /** A method that JUnit runs: annotated as a test, whatever stands between. */
    private static Pattern method(String name) {
        return Pattern.compile(
                "@(?:Test|ParameterizedTest|TestFactory)\\b(?:(?!\\bvoid\\b|\\}\\s*$)[\\s\\S])*?\\b(?:void|\\S+>)\\s+"
                        + Pattern.quote(name) + "\\(");
    }
}

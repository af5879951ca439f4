package eu.mpf.events;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.synopsis.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every row of the feature table that is this service's has a test that carries its id, and every id is a row's. */
class FeatureRowsTest {
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([^\"]+)\"\\)");

    @Test
    void everyRowHasATestWithItsId() throws IOException {
        assertThat(tags())
                .containsAll(
                        IntStream.rangeClosed(1, 25).mapToObj(row -> "E" + row).toList())
                .allMatch(tag -> tag.matches("[EX]\\d+|E-\\d+"), "is the id of a row, or of a target");
    }

    @Test
    void everyProblemHasATitleInEveryLanguageOfTheService() throws IOException {
        for (String language : Labels.LANGUAGES) {
            if (language.equals(Locale.ENGLISH.getLanguage())) {
                continue;
            }
            Properties titles = new Properties();
            try (var file =
                    Files.newBufferedReader(Path.of("src/main/resources/problems_%s.properties".formatted(language)))) {
                titles.load(file);
            }
            assertThat(titles.stringPropertyNames())
                    .as(language)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventsProblem.values())
                            .map(EventsProblem::code)
                            .toList());
        }
    }

    private static TreeSet<String> tags() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> TAG.matcher(read(file)).results().map(MatchResult::group))
                    .map(tag -> tag.replaceAll(".*\"(.*)\".*", "$1"))
                    .filter(tag -> !tag.contains("[^"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

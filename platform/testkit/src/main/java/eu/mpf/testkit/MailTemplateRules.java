package eu.mpf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every template of a mail ({@code src/main/resources/mail/<name>/<language>.txt}) is there in English, French and German,
 * with the same places in each. A service's test class extends this one.
 */
@Tag("X13")
public abstract class MailTemplateRules {
    private static final Path DIRECTORY = Path.of("src/main/resources/mail");
    private static final List<String> LANGUAGES = List.of("en", "fr", "de");
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    @Test
    void everyTemplateIsThereInThreeLanguagesWithTheSamePlaces() throws IOException {
        for (Path template : templates()) {
            Set<String> places = places(template.resolve("en.txt"));
            for (String language : LANGUAGES) {
                Path file = template.resolve(language + ".txt");
                assertThat(file).exists();
                assertThat(places(file)).as("places of " + file).isEqualTo(places);
            }
        }
    }

    /** By it administrators are shown all mails; folders cannot be listed once they are packed. */
    @Test
    void theIndexNamesEveryTemplate() throws IOException {
        Path index = DIRECTORY.resolve("index.txt");
        List<String> names = templates().stream()
                .map(t -> t.getFileName().toString())
                .sorted()
                .toList();
        if (Boolean.getBoolean("mpf.contracts.update")) {
            Files.write(index, names);
        }
        assertThat(Files.readAllLines(index))
                .as("write it with -Dmpf.contracts.update=true")
                .isEqualTo(names);
    }

    @Test
    void everyTemplateBeginsWithASubjectAndAnEmptyLine() throws IOException {
        for (Path template : templates()) {
            try (var files = Files.list(template)) {
                for (Path file : files.toList()) {
                    List<String> lines = Files.readAllLines(file);
                    assertThat(lines).as(file.toString()).hasSizeGreaterThan(2);
                    assertThat(lines.get(0))
                            .as("subject of " + file)
                            .isNotBlank()
                            .hasSizeLessThan(100);
                    assertThat(lines.get(1)).as("second line of " + file).isEmpty();
                    assertThat(Files.readString(file))
                            .as("plain text of " + file)
                            .doesNotContain("<br", "<p>", "\t");
                }
            }
        }
    }

    private static List<Path> templates() throws IOException {
        try (var directories = Files.list(DIRECTORY)) {
            List<Path> templates = directories.filter(Files::isDirectory).toList();
            assertThat(templates)
                    .as("templates in " + DIRECTORY.toAbsolutePath())
                    .isNotEmpty();
            return templates;
        }
    }

    private static Set<String> places(Path file) throws IOException {
        return PLACE.matcher(Files.readString(file))
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toSet());
    }
}

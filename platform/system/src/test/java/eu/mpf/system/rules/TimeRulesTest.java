package eu.mpf.system.rules;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Rules go by the time of the platform ({@code PlatformTime}, {@code platform_clock()}), which a rehearsal moves. What asks
 * for the true time stands in {@code rules/true-time.properties}, each with its reason.
 */
@Tag("X20")
class TimeRulesTest {

    private static final Path ROOT = Path.of("../..");

    private static final List<String> MODULES = List.of(
            "projects-service", "events-service", "calls-service", "gateway", "platform/web", "platform/messaging");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|^\\s*//[^\n]*", Pattern.DOTALL | MULTILINE);
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"", Pattern.DOTALL);

    private static final Pattern IN_SQL = Pattern.compile(
            "(?<![.\\w])now\\(\\)|(clock|statement|transaction)_timestamp|current_(date|time)", CASE_INSENSITIVE);

    private static final Pattern IN_JAVA = Pattern.compile(
            "\\b(Instant|LocalDate|LocalTime|LocalDateTime|OffsetDateTime"
                    + "|ZonedDateTime|Year|YearMonth)\\.now\\(|Clock\\.system|currentTimeMillis\\(|trueTime\\(\\)|new Date\\(\\)");

    @Test
    void whatAsksForTheTrueTimeHasAReasonTo() throws IOException {
        Properties reasons = new Properties();
        try (InputStream in = TimeRulesTest.class.getResourceAsStream("/rules/true-time.properties")) {
            reasons.load(in);
        }
        assertThat(reasons.values())
                .allSatisfy(reason -> assertThat(reason.toString()).isNotBlank());
        assertThat(askers()).isEqualTo(new TreeSet<>(reasons.stringPropertyNames()));
    }

    @Test
    void theRuleFindsWhatItIsFor() {
        assertThat(asks("Instant at = Instant.now();")).isTrue();
        assertThat(asks("sql.update(\"UPDATE a SET b = now()\");")).isTrue();
        assertThat(asks("String q = \"\"\"\n  WHERE due < clock_timestamp()\"\"\";"))
                .isTrue();
        assertThat(asks("/** Not {@code Instant.now()}. */ at = now();")).isFalse();
        assertThat(asks("sql.update(\"UPDATE a SET b = platform_clock()\"); // was: now()"))
                .isFalse();
    }

    private static Set<String> askers() throws IOException {
        Set<String> askers = new TreeSet<>();
        for (String module : MODULES) {
            Path sources = ROOT.resolve(module).resolve("src/main/java/eu/mpf");
            try (var files = Files.walk(sources)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    if (asks(Files.readString(file))) {
                        askers.add(sources.relativize(file).toString());
                    }
                }
            }
        }
        return askers;
    }

    private static boolean asks(String source) {
        String code = COMMENT.matcher(source).replaceAll("");
        String texts = LITERAL.matcher(code).results().map(MatchResult::group).collect(Collectors.joining("\n"));
        return IN_SQL.matcher(texts).find()
                || IN_JAVA.matcher(LITERAL.matcher(code).replaceAll("\"\"")).find();
    }
}

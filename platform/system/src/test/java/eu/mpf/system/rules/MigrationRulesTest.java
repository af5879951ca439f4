package eu.mpf.system.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Migrations expand: while two releases run side by side, the older one works on the newer schema. What contracts says so
 * in the file, with {@code -- contract: <why no running release needs it>} on the line before.
 */
class MigrationRulesTest {

    private static final Path ROOT = Path.of("../..");

    private static final Map<String, Pattern> FORBIDDEN = new LinkedHashMap<>();

    static {
        forbid("renames what the older release calls by its name", "ALTER\\s+(TABLE|VIEW|TYPE)\\b[^;]*\\bRENAME\\b");
        forbid("drops what the older release may read", "DROP\\s+(TABLE|VIEW|COLUMN|TYPE|SCHEMA)\\b");
        forbid("changes a column's type", "ALTER\\s+(COLUMN\\s+)?\\w+\\s+(SET\\s+DATA\\s+)?TYPE\\b");
        forbid("asks for a value the older release does not give", "ALTER\\s+(COLUMN\\s+)?\\w+\\s+SET\\s+NOT\\s+NULL");
        forbid(
                "adds a column that must have a value, without a default",
                "ADD\\s+(COLUMN\\s+)?(IF\\s+NOT\\s+EXISTS\\s+)?(?!CONSTRAINT)\\w+\\s+[\\w()]+"
                        + "(?![^,;]*\\b(DEFAULT|GENERATED)\\b)[^,;]*\\bNOT\\s+NULL");
    }

    private static void forbid(String why, String regex) {
        FORBIDDEN.put(why, Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    @Test
    void everyMigrationLetsTheOlderReleaseRun() throws IOException {
        List<Path> migrations = migrations();
        assertThat(migrations).hasSizeGreaterThan(8);
        var faults = new ArrayList<String>();
        for (Path migration : migrations) {
            for (String fault : faults(Files.readString(migration))) {
                faults.add(ROOT.relativize(migration) + " " + fault);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theRulesFindWhatTheyAreFor() {
        assertThat(faults("ALTER TABLE call RENAME COLUMN title TO name;")).hasSize(1);
        assertThat(faults("ALTER TABLE call DROP COLUMN title;")).hasSize(1);
        assertThat(faults("ALTER TABLE call ALTER COLUMN rate TYPE integer;")).hasSize(1);
        assertThat(faults("ALTER TABLE call ALTER rate SET NOT NULL;")).hasSize(1);
        assertThat(faults("ALTER TABLE call ADD COLUMN a text NOT NULL, ADD COLUMN b text;"))
                .hasSize(1);
        assertThat(faults("ALTER TABLE call ADD COLUMN a text NOT NULL DEFAULT '', ADD COLUMN b numeric(5,2);"))
                .isEmpty();
        assertThat(faults("CREATE TABLE a (b text NOT NULL); -- the column was renamed"))
                .isEmpty();
        assertThat(faults("-- contract: unread since 0.1\nALTER TABLE call DROP COLUMN title;"))
                .isEmpty();
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.walk(ROOT, 8)) {
            return files.filter(file -> file.toString().contains("/src/main/resources/db/"))
                    .filter(file -> file.getFileName().toString().matches("V.*\\.sql"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> faults(String migration) {
        String allowed = migration.replaceAll("(?i)-- contract: \\S[^\n]*\n[^;]*;", "");
        String sql = allowed.replaceAll("--[^\n]*", "");
        var faults = new ArrayList<String>();
        for (String statement : sql.split(";")) {
            FORBIDDEN.forEach((why, pattern) -> {
                var found = pattern.matcher(statement);
                if (found.find()) {
                    faults.add(why + ": " + found.group().replaceAll("\\s+", " "));
                }
            });
        }
        return faults;
    }
}

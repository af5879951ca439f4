package eu.mpf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every column of the service's database that may hold personal data stands in its register, as one that does or as one
 * that does not. A service's test class extends this one and carries {@link MpfTest}; {@code -Dmpf.contracts.update=true}
 * writes {@code docs/personal-data/<service>.md} anew.
 */
@Tag("X12")
public abstract class PersonalDataRegister {
    /** What a column is called that holds the subject of somebody's tokens. */
    private static final Pattern ACCOUNT = Pattern.compile(
            "[a-z_]+_by|actor|owner|user_?id|evaluator|reviewer|assignee|consultee|member|author|invitee");

    /**
     * Columns that can hold words, documents or bytes. Those that a check limits to a list of codes cannot, and those that
     * refer to another table hold what is registered there.
     */
    private static final String COLUMNS = """
            SELECT c.relname || '.' || a.attname AS name, a.attname AS column, format_type(a.atttypid, NULL) AS type
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            AND c.relname <> 'flyway_schema_history' AND a.attnum > 0 AND NOT a.attisdropped""";

    private static final String OPEN = COLUMNS + """
             AND format_type(a.atttypid, NULL) IN ('text', 'text[]', 'character varying', 'character', 'json', 'jsonb',
                'jsonb[]', 'bytea', 'bytea[]', 'xml', 'inet', 'hstore')
            AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum]
                AND (k.contype = 'f' OR k.contype = 'c' AND pg_get_constraintdef(k.oid) ~ '= ANY \\(+ARRAY\\[|= ''|<@ ARRAY'))""";

    private final String service;

    /** @param service for example {@code projects} */
    protected PersonalDataRegister(String service) {
        this.service = service;
    }

    @Test
    void everyColumnThatCanHoldWordsDocumentsOrBytesStandsInTheRegister() {
        var unknown = new TreeSet<>(names(OPEN));
        unknown.removeAll(known());
        assertThat(unknown)
                .as("columns that can hold personal data: put them into the service's PersonalFields, with a purpose or"
                        + " under without(…) with a reason")
                .isEmpty();
    }

    @Test
    void aColumnThatNamesWhoDidSomethingIsSearchedForAccounts() {
        var accounts = new TreeSet<String>();
        Sql.query(OPEN).stream()
                .filter(column ->
                        ACCOUNT.matcher(String.valueOf(column.get("column"))).matches())
                .forEach(column -> accounts.add(String.valueOf(column.get("name"))));
        accounts.removeAll(register().getList("fields.findAll { it.account }.column", String.class));
        accounts.removeAll(register().getList("notPersonal", String.class));
        assertThat(accounts).as("columns to be named under accounts(…)").isEmpty();
    }

    @Test
    void theRegisterNamesNoColumnThatIsNotThereAndNoneTwice() {
        assertThat(names(COLUMNS)).containsAll(known());
        var all = new ArrayList<>(register().getList("fields.column", String.class));
        all.addAll(register().getList("notPersonal", String.class));
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void thePageOfPersonalDataIsTheRegister() throws IOException {
        Path page = Path.of("../docs/personal-data", service + ".md");
        String generated = page();
        if (Boolean.getBoolean("mpf.contracts.update")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, generated);
        }
        assertThat(page)
                .as("write it with -Dmpf.contracts.update=true")
                .exists()
                .hasContent(generated);
    }

    private static Set<String> names(String sql) {
        var names = new TreeSet<String>();
        Sql.query(sql).forEach(column -> names.add(String.valueOf(column.get("name"))));
        return names;
    }

    private JsonPath register() {
        return Api.as("data-protection-officer")
                .get("/v1/admin/personal-data/" + service)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Set<String> known() {
        var known = new TreeSet<String>(register().getList("fields.column", String.class));
        known.addAll(register().getList("notPersonal", String.class));
        return known;
    }

    private String page() {
        var page = new StringBuilder("""
            # Personal data: %s

            Generated from the register in the service's code; a test fails when a column that can hold words, documents or
            bytes is not in it. A column marked *account* holds the subject of somebody's tokens.

            | column | purpose | legal basis | regime | kept | at an erasure |
            | --- | --- | --- | --- | --- | --- |
            """.formatted(service));
        register()
                .<Map<String, Object>>getList("fields")
                .forEach(field -> page.append("| `%s`%s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                field.get("column"),
                                Boolean.TRUE.equals(field.get("account")) ? " *account*" : "",
                                field.get("purpose"),
                                field.get("basis"),
                                field.get("regime"),
                                field.get("retention"),
                                field.get("keptBecause") == null ? "goes" : "stays: " + field.get("keptBecause"))));
        page.append("\n## Columns that hold nothing of a person\n\n| column | because |\n| --- | --- |\n");
        register()
                .<String, String>getMap("because")
                .forEach((column, because) -> page.append("| `%s` | %s |\n".formatted(column, because)));
        return page.toString();
    }
}

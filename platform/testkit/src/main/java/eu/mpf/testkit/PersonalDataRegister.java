package eu.mpf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    /** What such columns are called. */
    private static final Pattern LOOKS_PERSONAL = Pattern.compile("(.*_)?("
            + "e_?mail|mail_address|address|recipient|phone|telephone|mobile|fax"
            + "|(first|last|full|given|family|sur|maiden|display|person|contact|speaker|attendee|author|signatory)_?names?"
            + "|surname|birth(day|_?date)?|date_of_birth|nationality|passport|identity_(card|document)|iban|salary|gender"
            + "|photo|portrait|signature_image|diet(ary)?(_needs)?|allerg(y|ies)|accessibility(_needs)?|health"
            + "|(person|address|contact|mail)_hash|actor|subject|user_?(id|name)|person|people|contacts?|attendees?|speakers?|giver|voter"
            + "|[a-z_]+_by|invitees?|evaluator|assignee|reviewer|author)");

    /** In these tables a plain name is a person's. */
    private static final Pattern TABLE_OF_PEOPLE = Pattern.compile(
            ".*(person|people|speaker|registra|attendee|contact|evaluator|member|invite|participant|delegate|user).*");

    private static final Set<String> NAMES = Set.of("name", "names", "title_of_person", "post", "affiliation", "note");

    private final String service;

    /** @param service for example {@code projects} */
    protected PersonalDataRegister(String service) {
        this.service = service;
    }

    @Test
    void everyColumnThatMayBePersonalStandsInTheRegister() {
        var unknown = new TreeSet<String>();
        Set<String> known = known();
        for (Map<String, ?> column : columns()) {
            String name = column.get("table_name") + "." + column.get("column_name");
            if (looksPersonal(column) && !known.contains(name)) {
                unknown.add(name);
            }
        }
        assertThat(unknown)
                .as("columns that may hold personal data: put them into the service's PersonalFields, with a purpose or"
                        + " under without(…)")
                .isEmpty();
    }

    @Test
    void theRegisterNamesNoColumnThatIsNotThere() {
        var there = new TreeSet<String>();
        columns().forEach(column -> there.add(column.get("table_name") + "." + column.get("column_name")));
        assertThat(there).containsAll(known());
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

    private static boolean looksPersonal(Map<String, ?> column) {
        String name = String.valueOf(column.get("column_name"));
        return LOOKS_PERSONAL.matcher(name).matches()
                || String.valueOf(column.get("data_type")).equals("jsonb")
                || NAMES.contains(name)
                        && TABLE_OF_PEOPLE
                                .matcher(String.valueOf(column.get("table_name")))
                                .matches();
    }

    private static List<Map<String, Object>> columns() {
        return Sql.query("""
            SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c
            JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
            AND c.table_name <> 'flyway_schema_history'\
            """);
    }

    private Set<String> known() {
        var register = Api.as("data-protection-officer")
                .get("/v1/admin/personal-data/" + service)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var known = new TreeSet<String>(register.getList("fields.column", String.class));
        known.addAll(register.getList("notPersonal", String.class));
        return known;
    }

    private String page() {
        var page = new StringBuilder("""
            # Personal data: %s

            Generated from the register in the service's code; a test fails when a column that may hold personal data is
            not in it.

            | column | purpose | legal basis | regime | kept |
            | --- | --- | --- | --- | --- |
            """.formatted(service));
        Api.as("data-protection-officer")
                .get("/v1/admin/personal-data/" + service)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, String>>getList("fields")
                .forEach(field -> page.append("| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                                field.get("column"),
                                field.get("purpose"),
                                field.get("basis"),
                                field.get("regime"),
                                field.get("retention"))));
        return page.toString();
    }
}

package eu.mpf.web.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.sql.Sql;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is kept under an account in any column of which the register says so: who decided, changed, read or signed. It is
 * told to the person and stays. What an erasure empties is the part of its aggregate.
 */
@ApplicationScoped
class AccountRecords implements SubjectData {

    /** Of a column with more records the newest are told, and how many there are. */
    private static final int MOST = 10_000;

    /** Of a record what is short and is nobody's words: keys, states and times. */
    private static final String TELLING = """
            SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?
            AND data_type IN ('uuid', 'text', 'date', 'timestamp with time zone', 'integer', 'bigint', 'boolean')
            ORDER BY ordinal_position""";

    private final List<PersonalField> fields;
    private final Set<String> personal = new HashSet<>();
    private final Accounts accounts;
    private final Sql sql;
    private final ObjectMapper json;

    AccountRecords(@All List<PersonalFields> register, Accounts accounts, Sql sql, ObjectMapper json) {
        this.fields = register.stream()
                .flatMap(part -> part.fields().stream())
                .filter(PersonalField::isKeptAccount)
                .toList();
        register.forEach(part -> part.fields().forEach(field -> personal.add(field.column())));
        this.accounts = accounts;
        this.sql = sql;
        this.json = json;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        List<ObjectNode> found = new ArrayList<>();
        for (var field : fields) {
            accounts.in(field.table(), field.name(), personHash)
                    .ifPresent(account -> found.addAll(records(field, account)));
        }
        return found;
    }

    @Override
    public Erased erase(String personHash) {
        long kept = 0;
        for (var field : fields) {
            kept += accounts.in(field.table(), field.name(), personHash)
                    .map(account -> count(field, account))
                    .orElse(0L);
        }
        return new Erased(0, Math.toIntExact(kept));
    }

    private long count(PersonalField field, String account) {
        return sql.first(
                        "SELECT count(*) FROM %s WHERE %s = ?".formatted(field.table(), field.name()),
                        row -> row.getLong(1),
                        account)
                .orElseThrow();
    }

    private List<ObjectNode> records(PersonalField field, String account) {
        var told = sql.list(TELLING, row -> row.getString(1), field.table()).stream()
                .filter(column -> !personal.contains(field.table() + "." + column))
                .map("t.%s"::formatted)
                .toList();
        var records = sql.list(
                """
                SELECT to_jsonb(x) FROM (SELECT %s FROM %s t WHERE t.%s = ? ORDER BY 1 DESC LIMIT %d) x""".formatted(
                        told.isEmpty() ? "NULL AS record" : String.join(", ", told), field.table(), field.name(), MOST),
                row -> json.createObjectNode()
                        .put("column", field.column())
                        .put("account", account)
                        .set("record", read(row.getString(1))),
                account);
        var all = new ArrayList<ObjectNode>();
        records.forEach(each -> all.add((ObjectNode) each));
        if (records.size() == MOST) {
            all.add(json.createObjectNode().put("column", field.column()).put("records", count(field, account)));
        }
        return all;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("jsonb is JSON", e);
        }
    }
}

package eu.mpf.gateway.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData.Erased;
import java.util.List;
import java.util.UUID;

/**
 * A table whose rows name a contact by address. The row stays without the address. Addresses are not hashed in these tables: there are as many rows
 * as partners have programs, not as there are people.
 */
public final class ContactTable {

    private record Row(UUID id, String label, String contact, String owner) {}

    private final Sql sql;
    private final PersonHash hashes;
    private final String table;
    private final String label;

    /** @param label the column that tells the owner which row is meant */
    public ContactTable(Sql sql, PersonHash hashes, String table, String label) {
        this.sql = sql;
        this.hashes = hashes;
        this.table = table;
        this.label = label;
    }

    /** Rows that name this person. */
    public List<? extends JsonNode> export(String personHash) {
        return all().stream()
                .filter(row -> isContact(row, personHash))
                .map(row -> JsonNodeFactory.instance
                        .objectNode()
                        .put("id", row.id().toString())
                        .put(label, row.label())
                        .put("contact", row.contact())
                        .put("registeredBy", row.owner()))
                .toList();
    }

    /** Takes the person's address out of all rows. */
    public Erased erase(String personHash) {
        List<UUID> named = all().stream()
                .filter(row -> isContact(row, personHash))
                .map(Row::id)
                .toList();
        sql.update("UPDATE " + table + " SET contact = '', version = version + 1 WHERE id = ANY (?::uuid[])", named);
        return new Erased(named.size(), 0);
    }

    private List<Row> all() {
        return sql.list(
                "SELECT id, " + label + ", contact, owner FROM " + table + " ORDER BY id",
                row -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)));
    }

    private boolean isContact(Row row, String personHash) {
        return hashes.ofWritten(row.contact()).filter(personHash::equals).isPresent();
    }
}

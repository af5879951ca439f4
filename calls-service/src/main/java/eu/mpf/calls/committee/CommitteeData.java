package eu.mpf.calls.committee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who sat in which meeting. It is kept: who decided must be known for as long as a decision can be challenged or audited. */
@ApplicationScoped
class CommitteeData implements SubjectData {

    private static final String MEMBERS =
            "SELECT DISTINCT m ->> 'member' FROM committee_meeting, jsonb_array_elements(members) m";

    private static final String EXPORT =
            "SELECT c.id::text, c.call_id::text, c.title, c.scheduled_at::text, m ->> 'role',"
                    + " (m ->> 'present')::boolean, m ->> 'absence', m -> 'conflicts' FROM committee_meeting c,"
                    + " jsonb_array_elements(c.members) m WHERE m ->> 'member' = ? ORDER BY c.scheduled_at, c.id";

    private final Sql sql;
    private final PersonHash hashes;
    private final ObjectMapper json;

    CommitteeData(Sql sql, PersonHash hashes, ObjectMapper json) {
        this.sql = sql;
        this.hashes = hashes;
        this.json = json;
    }

    @Override
    public String name() {
        return "committee-meetings";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return members(personHash).stream()
                .flatMap(member -> sql
                        .list(
                                EXPORT,
                                row -> {
                                    ObjectNode seat = json.createObjectNode();
                                    seat.put("meeting", row.getString(1));
                                    seat.put("call", row.getString(2));
                                    seat.put("title", row.getString(3));
                                    seat.put("scheduledAt", row.getString(4));
                                    seat.put("role", row.getString(5));
                                    seat.put("present", row.getBoolean(6));
                                    seat.put("absence", row.getString(7));
                                    seat.put("conflicts", row.getString(8));
                                    return seat;
                                },
                                member)
                        .stream())
                .toList();
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(0, export(personHash).size());
    }

    /** Accounts are not hashed here; a committee has a dozen members, not thousands. */
    private List<String> members(String personHash) {
        return sql.list(MEMBERS, row -> row.getString(1)).stream()
                .filter(member -> hashes.ofSubject(member).equals(personHash))
                .toList();
    }
}

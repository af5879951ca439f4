package eu.mpf.projects.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.RetentionRule;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** The addresses that are reminded of reports, as data of the people behind them. The schedule stays without them. */
@ApplicationScoped
public class ReportingContacts implements SubjectData, RetentionRule {

    private static final String FORGET =
            "UPDATE reporting_plan SET contact = NULL, contact_hash = NULL, version = version + 1 WHERE ";

    private final Sql sql;
    private final ObjectMapper json;

    ReportingContacts(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public String name() {
        return "reporting-contacts";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return sql.list(
                """
                SELECT p.code, l.contact, l.language FROM reporting_plan l JOIN project p ON p.id = l.project_id
                WHERE l.contact_hash = ? ORDER BY p.code""",
                row -> json.createObjectNode()
                        .put("project", row.getString("code"))
                        .put("address", row.getString("contact"))
                        .put("language", row.getString("language")),
                personHash);
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(sql.update(FORGET + "contact_hash = ?", personHash), 0);
    }

    @Override
    public String purpose() {
        return "reporting-contact";
    }

    /** Counted from the end of the action: until then, and while its final report is asked about, it is needed. */
    @Override
    public Period period() {
        return Period.ofYears(3);
    }

    @Override
    public int letGo(LocalDate before) {
        return sql.update(FORGET + """
                project_id IN (SELECT project_id FROM reporting_plan
                               WHERE contact IS NOT NULL AND end_date < ? ORDER BY end_date LIMIT 500)""", before);
    }
}

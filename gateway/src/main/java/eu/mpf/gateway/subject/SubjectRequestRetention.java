package eu.mpf.gateway.subject;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/** The file of a request goes five years after everybody has answered; one that is not complete stays until it is. */
@ApplicationScoped
class SubjectRequestRetention implements RetentionRule {
    private final Sql sql;

    SubjectRequestRetention(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String purpose() {
        return "data-protection-file";
    }

    @Override
    public Period period() {
        return Period.ofYears(5);
    }

    /** A person may complain, and the officer has to show what was done. */
    @Override
    public Period shortest() {
        return Period.ofYears(1);
    }

    @Override
    public int letGo(LocalDate before) {
        List<UUID> due = sql.list(
                "SELECT id FROM data_subject_request WHERE part_of IS NULL AND completed_at < ? ORDER BY id LIMIT 100",
                row -> row.getObject(1, UUID.class),
                before);
        for (UUID request : due) {
            sql.update("""
                    DELETE FROM data_subject_answer WHERE request_id IN
                        (SELECT id FROM data_subject_request WHERE id = ? OR part_of = ?)""", request, request);
            sql.update("DELETE FROM data_subject_request WHERE part_of = ?", request);
            sql.update("DELETE FROM data_subject_request WHERE id = ?", request);
        }
        return due.size();
    }
}

package eu.mpf.calls.consultation;

import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Reminds bodies whose advice is nearly due, each once. Several instances may look at the same time: a row that one of
 * them holds is skipped by the others, and the mail has a key of its own.
 */
@ApplicationScoped
@Transactional
public class ConsultationReminderService {

    /** Nobody is reminded of what no longer matters: after the due date, or once the application is decided or withdrawn. */
    private static final String DUE = """
            SELECT o.id, o.body, o.contact, o.language, o.due_on, a.reference, a.call_key,
                   COALESCE(a.content->'title'->>o.language, a.content->'title'->>'en', '') AS title
            FROM consultation o
            JOIN application a ON a.id = o.application_id
            JOIN call c ON c.id = a.call_id
            WHERE o.advised_at IS NULL AND o.cancelled_at IS NULL AND o.reminded_at IS NULL AND o.contact IS NOT NULL
              AND a.status IN ('CONCEPT_SUBMITTED', 'SUBMITTED', 'RETURNED', 'ELIGIBLE')
              AND o.due_on BETWEEN (platform_clock() AT TIME ZONE (c.terms->>'timeZone'))::date
                               AND (platform_clock() AT TIME ZONE (c.terms->>'timeZone'))::date + ?
            ORDER BY o.due_on, o.id LIMIT 100 FOR UPDATE OF o SKIP LOCKED
            """;

    private final Sql sql;
    private final MailTemplates templates;
    private final Mailer mailer;
    private final ConsultationConfig config;

    ConsultationReminderService(Sql sql, MailTemplates templates, Mailer mailer, ConsultationConfig config) {
        this.sql = sql;
        this.templates = templates;
        this.mailer = mailer;
        this.config = config;
    }

    private record Due(UUID id, String contact, Locale language, Map<String, Object> values) {

        static Due of(ResultSet row) throws SQLException {
            return new Due(
                    row.getObject("id", UUID.class),
                    row.getString("contact"),
                    Locale.of(row.getString("language")),
                    Map.of(
                            "body", row.getString("body"),
                            "due", row.getObject("due_on", LocalDate.class),
                            "application", row.getString("reference"),
                            "call", row.getString("call_key"),
                            "title", row.getString("title")));
        }
    }

    /** @return how many were reminded; call again while it is not zero */
    public int remind() {
        List<Due> due = sql.list(DUE, Due::of, config.remindDaysBefore());
        for (Due each : due) {
            MailTemplates.Letter letter =
                    templates.fill("consultation-reminder", List.of(each.language()), each.values());
            mailer.queue(letter.to(each.contact()), "consultation-reminder/" + each.id());
            sql.update("UPDATE consultation SET reminded_at = platform_clock() WHERE id = ?", each.id());
        }
        return due.size();
    }
}

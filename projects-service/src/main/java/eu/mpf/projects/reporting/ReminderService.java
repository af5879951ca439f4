package eu.mpf.projects.reporting;

import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reminds of reports before and after the day they are due. A mail's key names report, day and stage: however many
 * instances look at once, and however often, each reminder is sent once.
 */
@ApplicationScoped
public class ReminderService {

    private static final String REPORT = """
            SELECT r.id, r.kind, r.number, r.due_on, p.code, r.status, l.contact, l.language
            FROM report r JOIN project p ON p.id = r.project_id JOIN reporting_plan l ON l.project_id = r.project_id
            """;

    /** In a fixed order, so that two instances that insert the same keys never wait for each other in a circle. */
    private static final String OWED = REPORT + """
            WHERE r.status IN ('DRAFT', 'RETURNED') AND p.status IN ('CONTRACTED', 'RUNNING', 'SUSPENDED')
              AND r.due_on BETWEEN ? AND ?
            ORDER BY r.due_on, r.id""";

    private final Sql sql;
    private final Mailer mailer;
    private final MailTemplates templates;
    private final ReportingConfig config;
    private final Stages stages;

    ReminderService(Sql sql, Mailer mailer, MailTemplates templates, ReportingConfig config) {
        this.sql = sql;
        this.mailer = mailer;
        this.templates = templates;
        this.config = config;
        this.stages = new Stages(config.reminderDays(), config.lastReminderWithinDays());
    }

    /**
     * Queues the reminders of a day.
     *
     * @return how many were queued now, without those queued before
     */
    @Transactional
    public int remind(LocalDate today) {
        List<Reminder> owed = sql.list(OWED, ReminderService::read, stages.earliestDue(today), stages.latestDue(today));
        int queued = 0;
        for (Reminder reminder : owed) {
            @Nullable Integer stage = stages.at(reminder.dueOn(), today);
            if (stage != null) {
                queued += queue(reminder, stage, today);
            }
        }
        return queued;
    }

    /** Tells those who wrote a report that it was returned, once per return; the version says which. */
    @Transactional
    public void returned(UUID reportId, long version, LocalDate today) {
        sql.first(REPORT + "WHERE r.id = ? AND l.contact IS NOT NULL", ReminderService::read, reportId)
                .ifPresent(reminder -> mailer.queue(
                        reminder.mailTo(Objects.requireNonNull(reminder.contact()), today, templates),
                        "report-returned/%s/%d".formatted(reportId, version)));
    }

    private static Reminder read(ResultSet row) throws SQLException {
        return new Reminder(
                row.getString("id"),
                ReportKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                row.getObject("due_on", LocalDate.class),
                ReportStatus.valueOf(row.getString("status")),
                row.getString("code"),
                row.getString("contact"),
                row.getString("language"));
    }

    private int queue(Reminder reminder, int stage, LocalDate today) {
        Set<String> recipients = new LinkedHashSet<>();
        String contact = reminder.contact();
        if (contact != null) {
            recipients.add(contact);
        }
        if (contact == null || reminder.dueOn().isBefore(today)) {
            // The facility itself is told of what is late, and of what nobody else could be told.
            config.mailbox().ifPresent(recipients::add);
        }
        int queued = 0;
        for (String recipient : recipients) {
            String role = Objects.equals(recipient, contact) ? "contact" : "mailbox";
            Mail mail = reminder.mailTo(recipient, today, templates);
            queued += mailer.queue(
                            mail,
                            "report-due/%s/%s/%d/%s".formatted(reminder.reportId(), reminder.dueOn(), stage, role))
                    ? 1
                    : 0;
        }
        return queued;
    }
}

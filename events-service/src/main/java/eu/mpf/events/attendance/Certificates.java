package eu.mpf.events.attendance;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.calendar.Appointment;
import eu.mpf.events.calendar.Appointments;
import eu.mpf.events.pdf.TaggedPdf;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** The certificate of attendance, for whoever was checked in at something that is over. */
@ApplicationScoped
public class Certificates {
    private static final String ATTENDED = """
            SELECT r.name, r.language, r.status, r.organisation, r.arrived_at, %s,
                   e.status IN ('HELD', 'REPORTED') OR coalesce(s.status = 'HELD', false) AS held,
                   platform_clock() AS now
            FROM registration r JOIN event e ON e.id = r.event_id LEFT JOIN session s ON s.id = r.follow_up_id
            WHERE r.id = ? AND r.erased_at IS NULL AND (r.follow_up_id IS NULL) = ?
            """;
    private static final String AT_EVENT = ATTENDED.formatted(Appointments.EVENT);
    private static final String AT_FOLLOW_UP = ATTENDED.formatted(Appointments.SESSION);

    /** See {@code templates/certificate}. */
    @CheckedTemplate(basePath = "certificate")
    static class Templates {
        private Templates() {}

        static native TemplateInstance attendance(CertificateText text);
    }

    private final Sql sql;
    private final TaggedPdf pdf;

    Certificates(Sql sql, TaggedPdf pdf) {
        this.sql = sql;
        this.pdf = pdf;
    }

    /** @throws ProblemException 404 for no such registration, 409 for whoever did not come or while it is to come */
    public byte[] of(UUID registrationId) {
        return sql.first(AT_EVENT, row -> text(registrationId, row), registrationId, true)
                .or(() -> sql.first(AT_FOLLOW_UP, row -> text(registrationId, row), registrationId, false))
                .map(text -> pdf.render(Templates.attendance(text).render()))
                .orElseThrow(() -> ProblemException.notFound("registration", registrationId));
    }

    private static CertificateText text(UUID id, ResultSet row) throws SQLException {
        Appointment attended = Appointments.of(row);
        boolean over = row.getBoolean("held") || attended.isOver(Objects.requireNonNull(Sql.instant(row, "now")));
        if (!over || !"CHECKED_IN".equals(row.getString("status"))) {
            throw new ProblemException(
                    EventsProblem.NOT_ATTENDED, "A certificate is for those who were checked in, once it is over.");
        }
        return CertificateText.of(
                id,
                Locale.forLanguageTag(row.getString("language")),
                row.getString("name"),
                row.getString("organisation"),
                attended);
    }
}

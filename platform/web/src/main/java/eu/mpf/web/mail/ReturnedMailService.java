package eu.mpf.web.mail;

import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Learns from the notifications of mail servers what became of mails they had taken. */
@ApplicationScoped
public class ReturnedMailService {
    private final Sql sql;
    private final RefusedAddresses refused;
    private final AuditTrail audit;

    ReturnedMailService(Sql sql, RefusedAddresses refused, AuditTrail audit) {
        this.sql = sql;
        this.refused = refused;
        this.audit = audit;
    }

    /** What a notification led to. */
    @Schema(name = "ReturnOutcome")
    public enum Outcome {
        /** The address will not work: what waits for it is held until an administrator has looked. */
        ADDRESS_REFUSED,
        /** This mail did not arrive; its address stays good. */
        MAIL_FAILED,
        /** It will be tried on, or has arrived. */
        NOTHING_FAILED,
        /** An automatic reply, or about a mail this service has not sent. */
        NOT_OURS
    }

    /** What a notification was about, and what it led to. */
    @Schema(name = "ReturnedMail", description = "What a notification of a mail server was about, and what it led to.")
    public record Returned(
            @Schema(required = true) Outcome outcome,

            @Nullable @Schema(description = "The mail it was about.")
            UUID mailId,

            @Nullable @Schema(description = "What the mail server said (RFC 3463).", examples = "5.1.1")
            String status) {}

    private record Sent(String recipient, boolean told) {}

    /**
     * Takes a mail as it came in. The same notification again changes nothing.
     *
     * @throws ProblemException 400 for a notification that cannot be read
     */
    @Transactional
    public Returned take(byte[] mail) {
        return read(mail)
                .flatMap(report -> sent(report.mail()).map(sent -> take(report, sent)))
                .orElseGet(() -> new Returned(Outcome.NOT_OURS, null, null));
    }

    private static Optional<DeliveryReport> read(byte[] mail) {
        try {
            return DeliveryReport.read(mail);
        } catch (DeliveryReport.Malformed e) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST, "This notification cannot be read: " + e.getMessage() + ".");
        }
    }

    private Optional<Sent> sent(UUID mail) {
        return sql.first(
                "SELECT recipient, status = 'FAILED' FROM mail_outbox WHERE id = ? AND status IN ('SENT', 'FAILED') FOR UPDATE",
                row -> new Sent(row.getString(1), row.getBoolean(2)),
                mail);
    }

    private Returned take(DeliveryReport report, Sent sent) {
        if (!report.isFailure()) {
            return new Returned(Outcome.NOTHING_FAILED, report.mail(), report.status());
        }
        var outcome = report.isAddressRefused() ? Outcome.ADDRESS_REFUSED : Outcome.MAIL_FAILED;
        if (!sent.told()) {
            sql.update(
                    "UPDATE mail_outbox SET status = 'FAILED', settled_at = now(), failure = ? WHERE id = ?",
                    "returned: " + report.status(),
                    report.mail());
            if (outcome == Outcome.ADDRESS_REFUSED) {
                refused.mark(sent.recipient(), report.mail());
                refused.holdWaiting();
            }
            audit.record(
                    "mail.returned",
                    "mail",
                    report.mail(),
                    null,
                    Map.of("outcome", outcome, "status", report.status()),
                    null);
        }
        return new Returned(outcome, report.mail(), report.status());
    }
}

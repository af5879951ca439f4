package eu.mpf.events.invitation;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.EventPublished;
import eu.mpf.events.registration.WrittenAddress;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.Address;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Invites people, each once, and takes invitations back. Who has registered stays registered. */
@ApplicationScoped
@Transactional
public class InvitationService {
    private final Sql sql;
    private final PersonHash hashes;
    private final InvitationMails mails;
    private final AuditTrail audit;

    public InvitationService(Sql sql, PersonHash hashes, InvitationMails mails, AuditTrail audit) {
        this.sql = sql;
        this.hashes = hashes;
        this.mails = mails;
        this.audit = audit;
    }

    /** @throws ProblemException 400 without address and category, 404 for no such event, 409 for whoever is invited */
    public UUID invite(UUID eventId, InvitationDetails details) {
        String written = details.address();
        if (written == null && details.category() == null) {
            throw ProblemException.invalid("/address", "required", "names whom to invite, unless a category does");
        }
        Address address = written == null ? null : WrittenAddress.in(written, "/address");
        boolean published = sql.first(
                        "SELECT status FROM event WHERE id = ? AND status IN ('DRAFT', 'PUBLISHED')",
                        row -> "PUBLISHED".equals(row.getString(1)),
                        eventId)
                .orElseThrow(() -> ProblemException.notFound("event to come", eventId));
        UUID id = Ids.next();
        int stored = sql.update(
                """
                INSERT INTO invitation (id, event_id, address_hash, address, name, category, language)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT invitation_once DO NOTHING
                """,
                id,
                eventId,
                address == null ? null : hashes.of(address),
                address == null ? null : address.value(),
                details.name(),
                details.category(),
                details.languageOrDefault());
        if (stored == 0) {
            throw new ProblemException(EventsProblem.ALREADY_INVITED, "The same people are invited already.");
        }
        audit.record("invitation.create", "invitation", id, null, details.category(), null);
        if (address != null && published) {
            mails.send(eventId, id);
        }
        return id;
    }

    /** Those invited while the event was a draft get their letters when it is published. */
    void onPublished(@Observes EventPublished published) {
        mails.sendAll(published.eventId());
    }

    /** @throws ProblemException 404 */
    public void takeBack(UUID eventId, UUID id) {
        if (sql.update("DELETE FROM invitation WHERE event_id = ? AND id = ?", eventId, id) == 0) {
            throw ProblemException.notFound("invitation", id);
        }
        audit.record("invitation.take-back", "invitation", id, null, null, null);
    }
}

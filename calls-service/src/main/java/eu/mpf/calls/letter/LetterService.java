package eu.mpf.calls.letter;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.Applications;
import eu.mpf.calls.application.Contact;
import eu.mpf.calls.application.Sight;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.grant.GrantService;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells applicants: the letter, its mail and what the applicant may see from then on are one transaction. */
@ApplicationScoped
@Transactional
public class LetterService {

    /** As many in one request as one transaction should hold. */
    public static final int AT_A_TIME = 500;

    private final Letters letters;
    private final LetterWriter writer;
    private final ApplicationService applications;
    private final GrantService grants;
    private final Applications stored;
    private final Calls calls;
    private final Mailer mailer;
    private final AuditTrail audit;
    private final Caller caller;

    LetterService(
            Letters letters,
            LetterWriter writer,
            ApplicationService applications,
            GrantService grants,
            Applications stored,
            Calls calls,
            Mailer mailer,
            AuditTrail audit,
            Caller caller) {
        this.letters = letters;
        this.writer = writer;
        this.applications = applications;
        this.grants = grants;
        this.stored = stored;
        this.calls = calls;
        this.mailer = mailer;
        this.audit = audit;
        this.caller = caller;
    }

    /** @throws ProblemException 409 when no letter is due, or it would lack something it has to say */
    public Letter issue(UUID applicationId, @Nullable String language) {
        Application application = applications.lockedHandedIn(applicationId);
        return send(writer.draft(application, letters.nextReference(), language, now()), caller.subject());
    }

    private Letter send(Draft draft, String issuedBy) {
        Application application = draft.application();
        Contact contact = draft.contact();
        Letter letter = new Letter(Ids.next(), draft, contact != null, issuedBy);
        letters.persist(letter);
        applications.announce(application, draft.issuedAt());
        if (letter.kind() == LetterKind.AWARD) {
            grants.announce(application.id(), draft.issuedAt());
        }
        if (contact != null) {
            mailer.queue(draft.text().to(contact.email()), "letter/" + letter.id());
        }
        audit.record("letter.issue", "application", application.id(), null, letter.kind(), letter.reference());
        return letter;
    }

    /** What became of one application of a batch: the letter, or why there is none. */
    public record Result(
            UUID applicationId,
            @Nullable Letter letter,
            @Nullable ProblemException refused) {}

    /**
     * Letters for many; one that cannot be written keeps the others from nothing. Rows are locked in the order of their
     * ids, so that two batches cannot wait for each other.
     *
     * @param chosen none for all of the call that wait, {@value #AT_A_TIME} at a time
     * @param dryRun writes nothing
     */
    public List<Result> issueAll(UUID callId, List<UUID> chosen, boolean dryRun) {
        calls.get(callId);
        List<UUID> ids = chosen.isEmpty() ? letters.due(callId, AT_A_TIME) : List.copyOf(new TreeSet<>(chosen));
        List<Result> results = new ArrayList<>();
        Instant now = now();
        for (UUID id : ids) {
            results.add(attempt(callId, id, dryRun, caller.subject(), now));
        }
        if (!dryRun) {
            long issued =
                    results.stream().filter(result -> result.letter() != null).count();
            audit.record(
                    "letter.batch",
                    "call",
                    callId,
                    null,
                    Map.of("issued", issued, "refused", results.size() - issued),
                    null);
        }
        return results;
    }

    /** One letter of a batch that somebody asked for. */
    public Result attempt(UUID callId, UUID id, String issuedBy) {
        return attempt(callId, id, false, issuedBy, now());
    }

    private Result attempt(UUID callId, UUID id, boolean dryRun, String issuedBy, Instant now) {
        try {
            Application application = stored.handedIn(id);
            if (!application.callId().equals(callId)) {
                throw ProblemException.notFound("application", id);
            }
            Draft draft = writer.draft(application, dryRun ? "-" : letters.nextReference(), null, now);
            return new Result(id, dryRun ? null : send(draft, issuedBy), null);
        } catch (ProblemException refused) {
            return new Result(id, null, refused);
        }
    }

    /** To the lead applicant and staff. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Letter> of(UUID applicationId) {
        Application application = applications.visible(applicationId);
        boolean lead = application.organisation().equals(caller.organisation().orElse(""));
        if (!lead && !Sight.isStaff(caller)) {
            throw ProblemException.notFound("letter", applicationId);
        }
        return letters.of(applicationId);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Letter one(UUID applicationId, UUID id) {
        return of(applicationId).stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("letter", id));
    }

    private Instant now() {
        return calls.clock().truncatedTo(ChronoUnit.MILLIS);
    }
}

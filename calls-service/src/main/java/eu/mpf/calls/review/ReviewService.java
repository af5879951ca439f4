package eu.mpf.calls.review;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.Sight;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.call.DecisionRules;
import eu.mpf.calls.call.ReviewRules;
import eu.mpf.calls.letter.Letter;
import eu.mpf.calls.letter.Letters;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking for a review, and answering: an overturned refusal opens the application again in the same transaction. */
@ApplicationScoped
@Transactional
public class ReviewService {

    private final ReviewRequests requests;
    private final Letters letters;
    private final ApplicationService applications;
    private final Calls calls;
    private final ReviewMail mail;
    private final AuditTrail audit;
    private final Caller caller;

    ReviewService(
            ReviewRequests requests,
            Letters letters,
            ApplicationService applications,
            Calls calls,
            ReviewMail mail,
            AuditTrail audit,
            Caller caller) {
        this.requests = requests;
        this.letters = letters;
        this.applications = applications;
        this.calls = calls;
        this.mail = mail;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * Only the lead has standing, only against a refusal that stands and was told by letter, until the letter's date.
     *
     * @throws ProblemException 403 for a partner; 409 without a refusal, too late, or filed before
     */
    public ReviewRequest file(UUID applicationId, String grounds) {
        Application application = applications.lockedHandedIn(applicationId);
        if (!application.organisation().equals(caller.requireOrganisation())) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "Only the lead applicant may ask for a review.");
        }
        Call call = calls.get(application.callId());
        Instant now = call.now().truncatedTo(ChronoUnit.MILLIS);
        Letter letter = refusal(application);
        requireInTime(letter, now);
        if (requests.count("letterId", letter.id()) > 0) {
            throw new ProblemException(CallsProblem.REVIEW_STATE, "A review of this refusal was asked for before.");
        }
        ReviewRequest request = new ReviewRequest(
                Ids.next(), requests.nextReference(), letter, grounds, caller.subject(), now, answerDueAt(call, now));
        requests.persist(request);
        audit.record("review.file", "review-request", request.id(), null, letter.reference(), null);
        return request;
    }

    private Letter refusal(Application application) {
        return letters.latest(application.id())
                .filter(letter -> letter.kind().refusal()
                        && letter.step() == application.steps().size())
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.NO_REVIEW, "No refusal of this application stands and was told by letter."));
    }

    private static void requireInTime(Letter letter, Instant now) {
        Instant until = letter.reviewUntil();
        if (until == null) {
            throw new ProblemException(CallsProblem.NO_REVIEW, "The call knows no review of a refusal.");
        }
        if (now.isAfter(until)) {
            throw new ProblemException(
                    CallsProblem.DEADLINE_PASSED,
                    "A review could be asked for until " + until + ", it is " + now + ".");
        }
    }

    private static @Nullable Instant answerDueAt(Call call, Instant now) {
        DecisionRules decision = call.terms().decision();
        ReviewRules review = decision == null ? null : decision.review();
        return review == null || review.answerDays() == null ? null : now.plus(Duration.ofDays(review.answerDays()));
    }

    /** What the examination came to. The applicant is told by mail, once. */
    public ReviewRequest decide(UUID id, long version, ReviewCommand outcome, String reasons) {
        ReviewRequest request = requests.get(id, null, version);
        // The application's row first, as everybody else takes it.
        Application application = applications.lockedHandedIn(request.applicationId());
        Instant now = now();
        ReviewStatus before = request.status();
        request.close(outcome, reasons, caller.subject(), now);
        requests.flush();
        if (request.status() == ReviewStatus.OVERTURNED) {
            applications.reopen(request.applicationId(), "Review " + request.reference() + ": " + reasons);
        }
        mail.queue(application, request, calls.get(request.callId()).terms().zone());
        audit.record("review.decide", "review-request", id, before, request.status(), reasons);
        return request;
    }

    public ReviewRequest withdraw(UUID id, long version) {
        ReviewRequest request = requests.get(id, caller.requireOrganisation(), version);
        ReviewStatus before = request.status();
        request.close(ReviewCommand.WITHDRAW, null, caller.subject(), now());
        requests.flush();
        audit.record("review.withdraw", "review-request", id, before, request.status(), null);
        return request;
    }

    /** Staff's, or the applicant's own. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Read visible(UUID id) {
        String organisation =
                Sight.isStaff(caller) ? null : caller.organisation().orElse("");
        return new Read(requests.get(id, organisation), now());
    }

    /** A request and the moment it was read at. */
    public record Read(ReviewRequest request, Instant at) {}

    private Instant now() {
        return calls.clock().truncatedTo(ChronoUnit.MILLIS);
    }
}

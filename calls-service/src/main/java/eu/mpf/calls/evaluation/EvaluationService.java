package eu.mpf.calls.evaluation;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.ApplicationStatus;
import eu.mpf.calls.application.ContentReplaced;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.scoring.ScoringScheme;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assigning, scoring, agreeing. */
@ApplicationScoped
@Transactional
public class EvaluationService {

    private final Evaluations evaluations;
    private final ApplicationService applications;
    private final Calls calls;
    private final AuditTrail audit;
    private final Caller caller;

    EvaluationService(
            Evaluations evaluations, ApplicationService applications, Calls calls, AuditTrail audit, Caller caller) {
        this.evaluations = evaluations;
        this.applications = applications;
        this.calls = calls;
        this.audit = audit;
        this.caller = caller;
    }

    public Evaluation assign(UUID applicationId, String evaluator) {
        Application application = applications.visible(applicationId);
        Stage stage = switch (application.status()) {
            case CONCEPT_SUBMITTED -> Stage.CONCEPT_NOTE;
            case SUBMITTED, ELIGIBLE, RESERVED -> Stage.FULL_APPLICATION;
            case DRAFT, INVITED, NOT_INVITED, RETURNED, INELIGIBLE, REJECTED, AWARDED, REVOKED, WITHDRAWN ->
                throw new ProblemException(
                        CallsProblem.APPLICATION_STATE,
                        "There is nothing to evaluate: it is " + application.status() + ".");
        };
        List<Evaluation> own = evaluations.of(applicationId).stream()
                .filter(each -> each.evaluator().equals(evaluator))
                .toList();
        if (own.stream().anyMatch(each -> each.status() == EvaluationStatus.CONFLICTED)) {
            throw new ProblemException(
                    CallsProblem.EVALUATOR_CONFLICTED, evaluator + " declared a conflict on this application.");
        }
        if (own.stream().anyMatch(each -> each.stage() == stage)) {
            throw new ProblemException(CallsProblem.EVALUATOR_ASSIGNED, evaluator + " is assigned already.");
        }
        Evaluation evaluation =
                new Evaluation(Ids.next(), applicationId, application.callId(), stage, evaluator, now());
        evaluations.persist(evaluation);
        audit.record("evaluation.assign", "evaluation", evaluation.id(), null, Map.of("evaluator", evaluator), null);
        return evaluation;
    }

    /** The evaluator's own, or anyone's for staff; a conflicted one only tells its evaluator that it is conflicted. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Evaluation visible(UUID id) {
        Evaluation evaluation = evaluations.get(id);
        boolean own = evaluation.evaluator().equals(caller.subject());
        if (!own && !(overseer() && of(evaluation.applicationId()).contains(evaluation))) {
            throw ProblemException.notFound("evaluation", id);
        }
        return evaluation;
    }

    private boolean overseer() {
        return caller.hasAnyRole(Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);
    }

    /** Blind, whatever other roles one has: who was assigned sees the other reviews when the own one is in. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Evaluation> of(UUID applicationId) {
        applications.visible(applicationId);
        List<Evaluation> all = evaluations.of(applicationId);
        return all.stream()
                .filter(evaluation -> evaluation.evaluator().equals(caller.subject()) || shown(evaluation, all))
                .toList();
    }

    private boolean shown(Evaluation other, List<Evaluation> all) {
        boolean assigned =
                all.stream().anyMatch(own -> own.evaluator().equals(caller.subject()) && own.stage() == other.stage());
        return assigned
                ? other.status() == EvaluationStatus.SUBMITTED && ownIsIn(all, other.stage())
                : overseer() || caller.hasRole(Roles.COMMITTEE_MEMBER);
    }

    private boolean ownIsIn(List<Evaluation> all, Stage stage) {
        return all.stream()
                .anyMatch(own -> own.evaluator().equals(caller.subject())
                        && own.stage() == stage
                        && own.status() == EvaluationStatus.SUBMITTED);
    }

    public Evaluation write(UUID id, long version, Map<String, BigDecimal> marks, Map<String, String> comments) {
        Evaluation evaluation = own(id, version);
        EvaluationTrace before = EvaluationTrace.of(evaluation);
        evaluation.write(marks, comments);
        evaluations.flush();
        audit.record("evaluation.write", "evaluation", id, before, EvaluationTrace.of(evaluation), null);
        return evaluation;
    }

    /**
     * Takes the caller's review out. A consensus it had a part in is void and has to be agreed on anew, unless what it was for
     * is decided: a decision is overturned by those who took it, not by one of the evaluators.
     */
    public Evaluation declareConflict(UUID id, long version, String reason) {
        Evaluation evaluation = own(id, version);
        boolean counted = evaluation.status() == EvaluationStatus.SUBMITTED;
        Application application = counted ? applications.lockedHandedIn(evaluation.applicationId()) : null;
        EvaluationTrace before = EvaluationTrace.of(evaluation);
        evaluation.declareConflict(reason);
        evaluations.flush();
        audit.record("evaluation.conflict", "evaluation", id, before, EvaluationTrace.of(evaluation), reason);
        if (application != null && open(application, evaluation.stage())) {
            evaluations.consensus(application.id(), evaluation.stage()).ifPresent(consensus -> {
                evaluations.remove(consensus);
                audit.record(
                        "evaluation.consensus-void", "application", application.id(), consensus.marks(), null, reason);
            });
        }
        return evaluation;
    }

    /** What was handed in anew is evaluated anew: in the transaction that hands in, so that no old score is ever ranked. */
    void onNewContent(@Observes ContentReplaced replaced) {
        int reviews = evaluations.putAside(replaced.applicationId(), replaced.stage(), replaced.at());
        if (reviews > 0) {
            audit.record(
                    "evaluation.void",
                    "application",
                    replaced.applicationId(),
                    Map.of("stage", replaced.stage(), "reviews", reviews),
                    null,
                    "handed in anew");
        }
    }

    /** Whether a stage can still be agreed on. */
    private static boolean open(Application application, Stage stage) {
        return application.decision() == null
                && switch (application.status()) {
                    case CONCEPT_SUBMITTED -> stage == Stage.CONCEPT_NOTE;
                    case SUBMITTED, RETURNED, ELIGIBLE -> stage == Stage.FULL_APPLICATION;
                    case DRAFT, INVITED, NOT_INVITED, INELIGIBLE, RESERVED, REJECTED, AWARDED, REVOKED, WITHDRAWN ->
                        false;
                };
    }

    /** Takes the assignment back, while there is no review: another evaluator may be needed. */
    public void release(UUID id, long version) {
        Evaluation evaluation = evaluations.get(id);
        Versions.check(version, evaluation.version());
        evaluation.release();
        evaluations.delete(evaluation);
        audit.record("evaluation.release", "evaluation", id, Map.of("evaluator", evaluation.evaluator()), null, null);
    }

    public Evaluation submit(UUID id, long version) {
        Evaluation evaluation = own(id, version);
        applications.refuseSealed(applications.visible(evaluation.applicationId()));
        Call call = calls.get(evaluation.callId());
        EvaluationTrace before = EvaluationTrace.of(evaluation);
        evaluation.submit(scheme(call, evaluation.stage()), call.now().truncatedTo(ChronoUnit.MILLIS));
        evaluations.flush();
        audit.record("evaluation.submit", "evaluation", id, before, EvaluationTrace.of(evaluation), null);
        return evaluation;
    }

    private Evaluation own(UUID id, long version) {
        Evaluation evaluation = evaluations.get(id);
        if (!evaluation.evaluator().equals(caller.subject())) {
            throw ProblemException.notFound("evaluation", id);
        }
        Versions.check(version, evaluation.version());
        return evaluation;
    }

    /**
     * Writes down the consensus, by the rules of the scheme, once every review without a conflict is in.
     *
     * @param marks what the evaluators agreed on; absent where the scheme computes it from the reviews
     */
    public Consensus agree(UUID applicationId, @Nullable Map<String, BigDecimal> marks, @Nullable String comment) {
        // Locked, so that no conflict is declared between the reading of the reviews and the consensus on them.
        Application application = applications.lockedHandedIn(applicationId);
        applications.refuseSealed(application);
        Stage stage = application.status() == ApplicationStatus.CONCEPT_SUBMITTED
                ? Stage.CONCEPT_NOTE
                : Stage.FULL_APPLICATION;
        List<Evaluation> reviews = evaluations.of(applicationId, stage);
        refuseConflicted(reviews);
        if (application.decision() != null) {
            throw new ProblemException(CallsProblem.ALREADY_DECIDED, "The application is decided.");
        }
        Call call = calls.get(application.callId());
        ScoringScheme scheme = scheme(call, stage);
        List<Evaluation> in = in(reviews, scheme);
        Map<String, BigDecimal> agreed = ConsensusMarks.of(scheme, marks, in);
        Instant now = call.now().truncatedTo(ChronoUnit.MILLIS);
        Consensus consensus = new Consensus(
                applicationId, stage, call.id(), agreed, scheme.score(agreed), comment, caller.subject(), now);
        Optional<Consensus> known = evaluations.consensus(applicationId, stage);
        ConsensusTrace before = known.map(ConsensusTrace::of).orElse(null);
        known.ifPresentOrElse(each -> each.replace(consensus), () -> evaluations.add(consensus));
        audit.record("evaluation.consensus", "application", applicationId, before, ConsensusTrace.of(consensus), null);
        return consensus;
    }

    private static List<Evaluation> in(List<Evaluation> reviews, ScoringScheme scheme) {
        List<Evaluation> in = reviews.stream()
                .filter(review -> review.status() == EvaluationStatus.SUBMITTED)
                .toList();
        boolean open = reviews.stream().anyMatch(review -> review.status() == EvaluationStatus.ASSIGNED);
        int missing = scheme.consensusOrFree()
                .missingReviews(in.stream()
                        .map(Evaluation::total)
                        .filter(Objects::nonNull)
                        .toList());
        if (open || missing > 0) {
            throw new ProblemException(
                    CallsProblem.EVALUATIONS_MISSING,
                    open ? "A consensus needs every review that was assigned." : missing + " more needed.");
        }
        return in;
    }

    private void refuseConflicted(List<Evaluation> reviews) {
        boolean conflicted = reviews.stream()
                .anyMatch(review ->
                        review.evaluator().equals(caller.subject()) && review.status() == EvaluationStatus.CONFLICTED);
        boolean takesPart = reviews.stream()
                .anyMatch(review ->
                        review.evaluator().equals(caller.subject()) && review.status() == EvaluationStatus.SUBMITTED);
        if (conflicted || !takesPart && !caller.hasRole(Roles.PROGRAMME_OFFICER)) {
            throw new ProblemException(
                    CallsProblem.CONFLICT_OF_INTEREST, "Only evaluators whose own review is in agree on a consensus.");
        }
    }

    /** The consensus of the application's last stage, once it is there; an evaluator sees it when the own review is in. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Consensus consensus(UUID applicationId) {
        List<Evaluation> seen = of(applicationId);
        List<Consensus> all = evaluations.consensuses(applicationId);
        boolean blind = !all.isEmpty()
                && !ownIsIn(seen, all.getLast().stage())
                && (!overseer() && !caller.hasRole(Roles.COMMITTEE_MEMBER)
                        || seen.stream()
                                .anyMatch(own -> own.evaluator().equals(caller.subject())
                                        && own.stage() == all.getLast().stage()));
        if (all.isEmpty() || blind) {
            throw ProblemException.notFound("consensus", applicationId);
        }
        return all.getLast();
    }

    private static ScoringScheme scheme(Call call, Stage stage) {
        return call.terms()
                .scheme(stage)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.CALL_STATE, "The call has no scoring scheme for " + stage + "."));
    }

    private Instant now() {
        return calls.clock().truncatedTo(ChronoUnit.MILLIS);
    }
}

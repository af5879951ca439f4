package eu.mpf.calls.application;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** An application of an organisation to a call, with its consortium. */
@Entity
@Table(name = "application")
public class Application {

    @Id
    private UUID id;

    private String reference;

    @Column(name = "call_id")
    private UUID callId;

    @Column(name = "call_key")
    private String callKey;

    private String organisation;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    private @Nullable String fund;
    private String lot;

    // Values are replaced, never changed: no copy of them is needed to see whether they were.
    @Mutability(Immutability.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private Content content;

    @Mutability(Immutability.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Partner> partners;

    private @Nullable BigDecimal total;

    @Column(name = "eu_share")
    private @Nullable BigDecimal euShare;

    private @Nullable String currency;

    @Column(name = "call_edition")
    private @Nullable Integer callEdition;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    /** The deadline at the time of handing in, for the record: the seal follows the terms in force. */
    @Column(name = "sealed_until")
    private @Nullable Instant sealedUntil;

    @Mutability(Immutability.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable EligibilityCheck eligibility;

    @Mutability(Immutability.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Decision decision;

    @Mutability(Immutability.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Step> steps;

    /** The status the applicant knows of; an older row without it was told everything. */
    @Enumerated(EnumType.STRING)
    private @Nullable ApplicationStatus told;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private long version;

    @Transient
    private final Reading reading = new Reading();

    protected Application() {}

    Application(
            UUID id, String reference, UUID callId, String callKey, String organisation, Content content, Instant now) {
        this.id = id;
        this.reference = reference;
        this.callId = callId;
        this.callKey = callKey;
        this.organisation = organisation;
        this.status = ApplicationStatus.DRAFT;
        this.told = ApplicationStatus.DRAFT;
        this.partners = List.of();
        this.steps = List.of();
        this.createdAt = now;
        this.updatedAt = now;
        this.content = content;
        figures();
    }

    void edit(Content changed, Instant now) {
        next(ApplicationCommand.EDIT);
        content = changed;
        if (submittedAt == null) {
            figures();
        }
        updatedAt = now;
    }

    /** What lists and sums read. Once something was handed in it stays that, whatever is drafted beside it. */
    private void figures() {
        fund = content.fund();
        lot = content.lot() == null ? "" : content.lot();
        total = content.total().map(Money::amount).orElse(null);
        Money share = content.euShare();
        euShare = share == null ? null : share.amount();
        currency = share == null ? null : share.currency();
    }

    Partner add(Partner partner, Instant now) {
        next(ApplicationCommand.EDIT);
        partners = Consortium.with(partners, organisation, partner);
        updatedAt = now;
        return partner;
    }

    void remove(UUID partnerId, Instant now) {
        next(ApplicationCommand.EDIT);
        partners = Consortium.without(partners, partnerId);
        updatedAt = now;
    }

    Partner invite(UUID partnerId, Instant now) {
        return move(partnerId, PartnerCommand.INVITE, now);
    }

    /** What a partner says for itself; only its own organisation can. */
    Partner answer(UUID partnerId, PartnerCommand answer, String byOrganisation, Instant now) {
        if (!Consortium.find(partners, partnerId).organisation().equals(byOrganisation)) {
            throw ProblemException.notFound("partner", partnerId);
        }
        return move(partnerId, answer, now);
    }

    private Partner move(UUID partnerId, PartnerCommand command, Instant now) {
        next(ApplicationCommand.EDIT);
        partners = Consortium.moved(partners, partnerId, command);
        updatedAt = now;
        return Consortium.find(partners, partnerId);
    }

    /** Which stage this would be handed in for now. */
    public Stage stage(boolean conceptNoteFirst) {
        return conceptNoteFirst && !History.holds(steps, ApplicationCommand.INVITE)
                ? Stage.CONCEPT_NOTE
                : Stage.FULL_APPLICATION;
    }

    ApplicationEvent submit(Stage stage, int edition, @Nullable Instant sealed, Instant now) {
        move(stage == Stage.CONCEPT_NOTE ? ApplicationCommand.SUBMIT_CONCEPT : ApplicationCommand.SUBMIT, null, now);
        callEdition = edition;
        submittedAt = now;
        sealedUntil = sealed;
        // What was found and decided before was about something else.
        eligibility = null;
        decision = null;
        figures();
        return ApplicationEvent.SUBMITTED;
    }

    /** Fails unless the command may be done now. */
    /** @throws ProblemException 409 once anything of it was handed in */
    void requireNeverHandedIn() {
        if (status != ApplicationStatus.DRAFT || submittedAt != null) {
            throw new ProblemException(
                    CallsProblem.APPLICATION_STATE,
                    "It was handed in: what was handed in is withdrawn, not thrown away.");
        }
    }

    void require(ApplicationCommand command) {
        next(command);
    }

    ApplicationEvent resume(Instant now) {
        move(ApplicationCommand.RESUME, null, now);
        figures();
        return ApplicationEvent.SUBMITTED;
    }

    /** Goes on without the applicant: what was handed in last stands again, and what was changed since is dropped. */
    void lapse(HandedIn last, String reason, Instant now) {
        move(ApplicationCommand.RESUME, reason, now);
        content = last.content();
        partners = last.partners();
        figures();
    }

    /** What the last thing handed in was, by its stage. */
    public Stage handedInFor() {
        return History.handedInFor(steps);
    }

    /** Whether something was handed in for this stage before. */
    boolean wasHandedInFor(Stage stage) {
        return History.holds(
                steps, stage == Stage.CONCEPT_NOTE ? ApplicationCommand.SUBMIT_CONCEPT : ApplicationCommand.SUBMIT);
    }

    /** Whether its consortium may be working on something that was not handed in. */
    boolean isOpenToEdits() {
        return status.after(ApplicationCommand.EDIT).isPresent();
    }

    /** Whether an organisation is of the consortium: the lead, or a partner that was asked and has not declined. */
    public boolean isOf(String organisationCode) {
        return organisation.equals(organisationCode) || Consortium.includes(partners, organisationCode);
    }

    ApplicationEvent withdraw(@Nullable String reason, Instant now) {
        move(ApplicationCommand.WITHDRAW, reason, now);
        return ApplicationEvent.WITHDRAWN;
    }

    void move(ApplicationCommand command, @Nullable String reason, Instant now) {
        ApplicationStatus before = status;
        status = next(command);
        List<Step> all = new ArrayList<>(steps);
        all.add(new Step(now, command, before, status, reason));
        steps = List.copyOf(all);
        told = status.toldByLetter() ? told(before) : status;
        updatedAt = now;
    }

    private ApplicationStatus told(ApplicationStatus otherwise) {
        return told == null ? otherwise : told;
    }

    /** The letter about where it stands has gone out. */
    public void announce(Instant now) {
        told = status;
        updatedAt = now;
    }

    /** A review overturned the refusal: what was refused is looked at again, and nothing of it stands any more. */
    public void reopen(String reason, Instant now) {
        boolean excluded = status == ApplicationStatus.INELIGIBLE;
        move(ApplicationCommand.REOPEN, reason, now);
        if (excluded) {
            eligibility = null;
        }
        decision = null;
    }

    /** The award is taken back. @param redress how that can be challenged, where it is not as it was for the decision */
    void revoke(String reason, @Nullable String redress, Instant now) {
        move(ApplicationCommand.REVOKE, reason, now);
        if (decision != null && redress != null) {
            decision = decision.withRedress(redress);
        }
    }

    /** Something beside its own row has changed: whoever holds an older version must read again. */
    void touch(Instant now) {
        updatedAt = now;
    }

    void checked(EligibilityCheck check, Instant now) {
        move(check.eligible() ? ApplicationCommand.ACCEPT : ApplicationCommand.EXCLUDE, check.note(), now);
        eligibility = check;
    }

    ApplicationEvent decide(Decision made) {
        move(made.outcome().command(), made.reasons(), made.decidedAt());
        decision = made;
        return ApplicationEvent.DECIDED;
    }

    /** @throws ProblemException 409 when this may not be decided so now */
    public void requireDecidable(Decision.Outcome outcome) {
        next(outcome.command());
    }

    private ApplicationStatus next(ApplicationCommand command) {
        return status.after(command)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.APPLICATION_STATE,
                        "An application that is " + status + " does not allow " + command + "."));
    }

    /** What whoever has it now may see of it. */
    public Reading reading() {
        return reading;
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public UUID callId() {
        return callId;
    }

    public String callKey() {
        return callKey;
    }

    public String organisation() {
        return organisation;
    }

    public ApplicationStatus status() {
        return status;
    }

    /** The status as far as the applicant was told. */
    public ApplicationStatus publicStatus() {
        return told(status);
    }

    /** The moves the applicant was told of. */
    public List<Step> publicSteps() {
        return History.asTold(steps, publicStatus());
    }

    public @Nullable String fund() {
        return fund;
    }

    public String lot() {
        return lot;
    }

    public Content content() {
        return reading.shown() == null ? content : reading.shown().content();
    }

    public List<Partner> partners() {
        return reading.shown() == null ? partners : reading.shown().partners();
    }

    public @Nullable Integer callEdition() {
        return callEdition;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable EligibilityCheck eligibility() {
        return eligibility;
    }

    public @Nullable Decision decision() {
        return decision;
    }

    public List<Step> steps() {
        return steps;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }
}

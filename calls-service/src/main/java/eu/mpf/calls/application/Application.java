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
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An application of an organisation to a call, with its consortium. */
@Entity
@Table(name = "application")
public class Application {

    private static final int MOST_PARTNERS = 100;

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

    @JdbcTypeCode(SqlTypes.JSON)
    private Content content;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Partner> partners;

    private @Nullable BigDecimal total;

    @Column(name = "eu_share")
    private @Nullable BigDecimal euShare;

    @Column(name = "call_edition")
    private @Nullable Integer callEdition;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "sealed_until")
    private @Nullable Instant sealedUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable EligibilityCheck eligibility;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Decision decision;

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
    private @Nullable Instant readAt;

    /** Whether whoever reads this now has opened it before. */
    @Transient
    private boolean openedBefore;

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
        write(content);
    }

    void edit(Content changed, Instant now) {
        next(ApplicationCommand.EDIT);
        write(changed.canonical());
        updatedAt = now;
    }

    private void write(Content changed) {
        content = changed;
        fund = changed.fund();
        lot = changed.lot() == null ? "" : changed.lot();
        total = changed.total().map(Money::amount).orElse(null);
        euShare = changed.euShare() == null ? null : changed.euShare().amount();
    }

    Partner add(Partner partner, Instant now) {
        next(ApplicationCommand.EDIT);
        if (partner.organisation().equals(organisation)
                || partners.stream().anyMatch(each -> each.organisation().equals(partner.organisation()))) {
            throw new ProblemException(
                    CallsProblem.PARTNER_STATE, partner.organisation() + " is in the consortium already.");
        }
        if (partners.size() == MOST_PARTNERS) {
            throw new ProblemException(
                    CallsProblem.PARTNER_STATE, "A consortium has at most " + MOST_PARTNERS + " partners.");
        }
        List<Partner> all = new ArrayList<>(partners);
        all.add(partner);
        partners = List.copyOf(all);
        updatedAt = now;
        return partner;
    }

    void remove(UUID partnerId, Instant now) {
        next(ApplicationCommand.EDIT);
        Partner gone = partner(partnerId);
        partners = partners.stream().filter(each -> !each.equals(gone)).toList();
        updatedAt = now;
    }

    Partner invite(UUID partnerId, Instant now) {
        return move(partnerId, PartnerCommand.INVITE, now);
    }

    /** What a partner says for itself; only its own organisation can. */
    Partner answer(UUID partnerId, PartnerCommand answer, String byOrganisation, Instant now) {
        if (!partner(partnerId).organisation().equals(byOrganisation)) {
            throw ProblemException.notFound("partner", partnerId);
        }
        return move(partnerId, answer, now);
    }

    private Partner move(UUID partnerId, PartnerCommand command, Instant now) {
        next(ApplicationCommand.EDIT);
        Partner partner = partner(partnerId);
        Partner moved = partner.with(partner.status()
                .after(command)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.PARTNER_STATE,
                        "A partner that is " + partner.status() + " does not allow " + command + ".")));
        partners = partners.stream()
                .map(each -> each.equals(partner) ? moved : each)
                .toList();
        updatedAt = now;
        return moved;
    }

    private Partner partner(UUID partnerId) {
        return partners.stream()
                .filter(each -> each.id().equals(partnerId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("partner", partnerId));
    }

    /** Which stage this would be handed in for now. */
    public Stage stage(boolean conceptNoteFirst) {
        boolean invited = steps.stream().anyMatch(step -> step.command() == ApplicationCommand.INVITE);
        return conceptNoteFirst && !invited ? Stage.CONCEPT_NOTE : Stage.FULL_APPLICATION;
    }

    ApplicationEvent submit(Stage stage, int edition, @Nullable Instant sealed, Instant now) {
        move(stage == Stage.CONCEPT_NOTE ? ApplicationCommand.SUBMIT_CONCEPT : ApplicationCommand.SUBMIT, null, now);
        callEdition = edition;
        submittedAt = now;
        sealedUntil = sealed;
        return ApplicationEvent.SUBMITTED;
    }

    /** Fails unless the command may be done now. */
    void require(ApplicationCommand command) {
        next(command);
    }

    ApplicationEvent resume(Instant now) {
        move(ApplicationCommand.RESUME, null, now);
        return ApplicationEvent.SUBMITTED;
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

    /** Whether it was handed in for a deadline that had not passed, by the database's clock, when this was read. */
    public boolean sealed() {
        return sealedUntil != null && (readAt == null || !readAt.isAfter(sealedUntil));
    }

    Application readAt(Instant now) {
        readAt = now;
        return this;
    }

    Application openedBefore(boolean opened) {
        openedBefore = opened;
        return this;
    }

    public boolean openedBefore() {
        return openedBefore;
    }

    public @Nullable Instant sealedUntil() {
        return sealedUntil;
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
        int end = steps.size();
        while (end > 0
                && steps.get(end - 1).to().toldByLetter()
                && steps.get(end - 1).to() != publicStatus()) {
            end--;
        }
        return steps.subList(0, end);
    }

    public @Nullable String fund() {
        return fund;
    }

    public String lot() {
        return lot;
    }

    public Content content() {
        return content;
    }

    public List<Partner> partners() {
        return partners;
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

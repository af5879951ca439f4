package eu.mpf.calls.grant;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.Condition;
import eu.mpf.calls.application.Content;
import eu.mpf.calls.application.Partner;
import eu.mpf.calls.call.FundLine;
import eu.mpf.calls.fund.Purse;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The grant an application was awarded; one per application. */
@Entity
@Table(name = "grant_agreement")
public class Grant {

    @Id
    private UUID id;

    private String reference;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "call_id")
    private UUID callId;

    @Column(name = "call_key")
    private String callKey;

    private String organisation;
    private String fund;
    private String lot;

    @Enumerated(EnumType.STRING)
    private GrantStatus status;

    private BigDecimal total;

    @Column(name = "eu_share")
    private BigDecimal euShare;

    private String currency;

    @JdbcTypeCode(SqlTypes.JSON)
    private Action action;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<GrantCondition> conditions;

    private @Nullable String reason;

    @Column(name = "project_id")
    private @Nullable UUID projectId;

    @Column(name = "project_code")
    private @Nullable String projectCode;

    @Column(name = "awarded_at")
    private Instant awardedAt;

    @Column(name = "announced_at")
    private @Nullable Instant announcedAt;

    @Column(name = "signed_at")
    private @Nullable Instant signedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Version
    private long version;

    protected Grant() {}

    /**
     * @param amount what is awarded: at most what was asked for
     * @param source the fund as the call described it when the application was handed in
     */
    Grant(
            UUID id,
            String reference,
            Application application,
            @Nullable FundLine source,
            Money amount,
            List<Condition> conditions,
            Instant now) {
        Content content = application.content();
        Money costs = content.total().orElse(amount);
        this.id = id;
        this.reference = reference;
        this.applicationId = application.id();
        this.callId = application.callId();
        this.callKey = application.callKey();
        this.organisation = application.organisation();
        this.fund = Objects.requireNonNull(application.fund());
        this.lot = application.lot();
        this.status = GrantStatus.AWARDED;
        this.total = costs.amount();
        this.euShare = amount.amount();
        this.currency = amount.currency();
        this.conditions = GrantCondition.of(conditions);
        this.awardedAt = now;
        LocalizedText title = content.title();
        this.action = new Action(
                title == null ? LocalizedText.of("en", application.reference()) : title,
                content.acronym(),
                content.summary(),
                application.partners().stream()
                        .filter(partner -> partner.status() == Partner.State.CONFIRMED)
                        .map(partner -> new Action.Participant(
                                partner.organisation(),
                                partner.name(),
                                partner.role().name()))
                        .toList(),
                content.memberStates(),
                content.partnerCountries(),
                content.region(),
                content.themes(),
                content.startDate(),
                content.durationMonths(),
                content.byHeading().entrySet().stream()
                        .map(cost -> new Action.Cost(cost.getKey().name(), cost.getValue()))
                        .toList(),
                source == null ? null : source.maximumRate(),
                source == null ? null : source.maximumIndirectRate());
    }

    /** @throws ProblemException 409 while a condition holds up the signature */
    void sign(Instant now) {
        GrantStatus signed = after(GrantCommand.SIGN);
        List<Integer> open = conditions.stream()
                .filter(GrantCondition::holdsUpSignature)
                .map(GrantCondition::number)
                .toList();
        if (!open.isEmpty()) {
            throw new ProblemException(
                    CallsProblem.CONDITIONS_OPEN, "To be met before the signature: conditions " + open + ".");
        }
        status = signed;
        signedAt = now;
    }

    void meet(int number, String evidence, Instant now) {
        move(GrantCommand.MEET_CONDITION);
        GrantCondition condition = conditions.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("condition", number));
        if (condition.metAt() != null) {
            throw new ProblemException(CallsProblem.GRANT_STATE, "Condition " + number + " is met already.");
        }
        conditions = conditions.stream()
                .map(each -> each.equals(condition) ? each.met(evidence, now) : each)
                .toList();
    }

    /** @return whether nobody outside was told of the award before */
    boolean announce(Instant now) {
        if (announced()) {
            return false;
        }
        announcedAt = now;
        return true;
    }

    boolean announced() {
        return announcedAt != null;
    }

    /** @return whether the money was committed before, not just reserved */
    boolean withdraw(String why, Instant now) {
        boolean signed = status == GrantStatus.SIGNED;
        move(GrantCommand.WITHDRAW);
        reason = why;
        withdrawnAt = now;
        return signed;
    }

    private void move(GrantCommand command) {
        status = after(command);
    }

    private GrantStatus after(GrantCommand command) {
        return status.after(command)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.GRANT_STATE, "A grant that is " + status + " does not allow " + command + "."));
    }

    void link(UUID project, String code) {
        projectId = project;
        projectCode = code;
    }

    Purse purse() {
        return new Purse(fund, lot);
    }

    /** What the grant pays of the total, in per cent. */
    public BigDecimal rate() {
        return euShare.movePointRight(2).divide(total, 2, RoundingMode.HALF_UP);
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public UUID applicationId() {
        return applicationId;
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

    public String fund() {
        return fund;
    }

    public String lot() {
        return lot;
    }

    public GrantStatus status() {
        return status;
    }

    public Money total() {
        return new Money(total, currency);
    }

    public Money euShare() {
        return new Money(euShare, currency);
    }

    public Action action() {
        return action;
    }

    public List<GrantCondition> conditions() {
        return conditions;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable UUID projectId() {
        return projectId;
    }

    public @Nullable String projectCode() {
        return projectCode;
    }

    public Instant awardedAt() {
        return awardedAt;
    }

    public @Nullable Instant signedAt() {
        return signedAt;
    }

    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    public long version() {
        return version;
    }
}

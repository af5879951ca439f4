package eu.mpf.calls.call;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.call.CallStatus.Standing;
import eu.mpf.calls.eligibility.RuleEngine;
import eu.mpf.calls.fund.Purse;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * A call for proposals. Its commands check the status by the database's clock, read in the statement that loads the call,
 * and return what others are told.
 */
@Entity
@Table(name = "call")
public class Call {

    @Id
    private UUID id;

    private String key;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private int edition;

    // Values are replaced, never changed: no copy of them is needed to see whether they were.
    @Mutability(Immutability.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private CallTerms terms;

    @Mutability(Immutability.class)
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "depleted_funds")
    private Set<String> depletedFunds;

    private @Nullable String reason;

    private boolean spent;

    /** Whether somebody changed the draft here since it was made or imported. */
    private boolean edited;

    /** What others were last told this call is. */
    @Enumerated(EnumType.STRING)
    @Column(name = "told_status")
    private @Nullable CallStatus toldStatus;

    @Column(name = "opens_at")
    private @Nullable Instant opensAt;

    @Column(name = "deadline_at")
    private @Nullable Instant deadlineAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    /** The database's clock when this was read. */
    @Formula("platform_clock()")
    private @Nullable Instant readAt;

    protected Call() {}

    Call(UUID id, String key, CallTerms terms, Instant now) {
        this.id = id;
        this.key = key;
        this.standing = Standing.DRAFT;
        this.depletedFunds = Set.of();
        this.createdAt = now;
        this.readAt = now;
        adopt(terms);
    }

    void edit(CallTerms changed) {
        replace(changed);
        edited = true;
    }

    /** Takes terms from elsewhere, without counting as work done here. */
    void replace(CallTerms changed) {
        require(CallCommand.EDIT);
        adopt(changed);
    }

    CallEvent publish(RuleEngine rules) {
        require(CallCommand.PUBLISH);
        Violations faults = TermsCheck.of(terms, rules);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    CallsProblem.CALL_NOT_PUBLISHABLE, "The call " + key + " has faults.", faults.list());
        }
        standing = Standing.PUBLISHED;
        publishedAt = now();
        edition = 1;
        toldStatus = status();
        return CallEvent.PUBLISHED;
    }

    /** Puts new terms in force: a new edition, which applies to whatever is handed in from now on. */
    CallEvent amend(CallTerms changed, RuleEngine rules) {
        require(CallCommand.AMEND);
        TermsCheck.of(changed, rules).throwIfAny();
        adopt(changed);
        edition++;
        depletedFunds = Set.of();
        spent = false;
        toldStatus = status();
        return CallEvent.AMENDED;
    }

    CallEvent suspend(String why) {
        return move(CallCommand.SUSPEND, Standing.SUSPENDED, why, CallEvent.SUSPENDED);
    }

    CallEvent reopen(String why) {
        return move(CallCommand.REOPEN, Standing.PUBLISHED, why, CallEvent.REOPENED);
    }

    CallEvent close(String why) {
        return move(CallCommand.CLOSE, Standing.CLOSED, why, CallEvent.CLOSED);
    }

    CallEvent cancel(String why) {
        return move(CallCommand.CANCEL, Standing.CANCELLED, why, CallEvent.CANCELLED);
    }

    private CallEvent move(CallCommand command, Standing to, String why, CallEvent event) {
        require(command);
        standing = to;
        reason = why;
        toldStatus = status();
        return event;
    }

    private void adopt(CallTerms changed) {
        terms = changed;
        try {
            opensAt = changed.opensAt();
            deadlineAt = changed.finalDeadlineAt();
        } catch (java.time.DateTimeException e) {
            // A draft may still name a zone that does not exist; publishing refuses it.
            opensAt = null;
            deadlineAt = null;
        }
    }

    void requireDiscardable() {
        require(CallCommand.DISCARD);
    }

    private void require(CallCommand command) {
        if (!status().allows(command)) {
            throw new ProblemException(
                    CallsProblem.CALL_STATE, "A call that is " + status() + " does not allow " + command + ".");
        }
    }

    public CallStatus status() {
        return statusAt(now());
    }

    /** What it is to somebody who came at that moment, if only the clock has moved it since. */
    public CallStatus statusAt(Instant moment) {
        return CallStatus.at(moment, standing, spent, opensAt, deadlineAt);
    }

    /** Now, by the database's clock, as of the statement that read this call. */
    public Instant now() {
        return readAt == null ? createdAt : readAt;
    }

    /**
     * What the clock made of a published call since others were last told; nothing when they know. Only a deadline is told
     * late: a call whose money has run out takes nothing more.
     *
     * @param grace so long after the deadline what came before it may still be taken
     */
    Optional<CallEvent> followClock(Duration grace) {
        if (standing != Standing.PUBLISHED || status() == toldStatus) {
            return Optional.empty();
        }
        CallStatus status = status() == CallStatus.CLOSED && !spent ? statusAt(now().minus(grace)) : status();
        if (status == toldStatus) {
            return Optional.empty();
        }
        Optional<CallEvent> event = switch (status) {
            case OPEN -> Optional.of(CallEvent.OPENED);
            case CLOSED -> Optional.of(CallEvent.CLOSED);
            case DRAFT, FORTHCOMING, SUSPENDED, CANCELLED -> Optional.empty();
        };
        toldStatus = event.isPresent() ? status : toldStatus;
        return event;
    }

    /** Remembers whether a purse has run out; what that means to others, nothing when it was known. */
    Optional<CallEvent> purse(Purse purse, boolean depleted) {
        Set<String> all = new TreeSet<>(depletedFunds);
        boolean changed = depleted ? all.add(purse.toString()) : all.remove(purse.toString());
        if (!changed) {
            return Optional.empty();
        }
        depletedFunds = all;
        spent = terms.deadlineModel() == DeadlineModel.ROLLING_UNTIL_DEPLETED
                && terms.purses().keySet().stream().map(Purse::toString).allMatch(all::contains);
        return Optional.of(depleted ? CallEvent.FUND_DEPLETED : CallEvent.FUND_REPLENISHED);
    }

    public boolean isDepleted(String purse) {
        return depletedFunds.contains(purse);
    }

    public UUID id() {
        return id;
    }

    public String key() {
        return key;
    }

    public int edition() {
        return edition;
    }

    public CallTerms terms() {
        return terms;
    }

    public List<String> depletedFunds() {
        return List.copyOf(new TreeSet<>(depletedFunds));
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable Instant opensAt() {
        return opensAt;
    }

    public @Nullable Instant deadlineAt() {
        return deadlineAt;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }

    boolean isEdited() {
        return edited;
    }

    public boolean isPublic() {
        return standing != Standing.DRAFT;
    }
}

package eu.mpf.projects.recovery;

import static eu.mpf.projects.ProjectsProblem.ILLEGAL_TRANSITION;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order to pay money back, which comes back as a whole: instalments are orders of their own. Its amount never
 * changes.
 */
@Entity
@Table(name = "recovery")
class Recovery {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "payment_id")
    private @Nullable UUID paymentId;

    @Enumerated(EnumType.STRING)
    private RecoveryStatus status;

    private BigDecimal amount;
    private String currency;
    private String reason;
    private @Nullable String reference;

    @Column(name = "ordered_on")
    private LocalDate orderedOn;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "recovered_on")
    private @Nullable LocalDate recoveredOn;

    private @Nullable String note;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Recovery() {}

    /** @throws ProblemException 400 for an amount of nothing, or a day to be back by that lies before the order */
    static Recovery order(UUID projectId, NewRecovery wanted, LocalDate on) {
        if (wanted.amount().amount().signum() <= 0) {
            throw ProblemException.invalid("/amount/amount", "not-positive", "What is asked back is more than nothing");
        }
        LocalDate due = wanted.dueOn();
        if (due != null && due.isBefore(on)) {
            throw ProblemException.invalid("/dueOn", "too-early", "It is ordered on " + on);
        }
        Recovery recovery = new Recovery();
        recovery.id = Ids.next();
        recovery.projectId = projectId;
        recovery.paymentId = wanted.paymentId();
        recovery.status = RecoveryStatus.ORDERED;
        recovery.amount = wanted.amount().amount();
        recovery.currency = wanted.amount().currency();
        recovery.reason = wanted.reason();
        recovery.reference = wanted.reference();
        recovery.orderedOn = on;
        recovery.dueOn = due;
        recovery.createdAt = now();
        recovery.updatedAt = recovery.createdAt;
        return recovery;
    }

    /** Moves the order on. @throws ProblemException 409 where its status does not allow it; 400 without a reason owed */
    void move(RecoveryStatus.Move move, LocalDate on, @Nullable String why) {
        RecoveryStatus next = status.after(move)
                .orElseThrow(() -> new ProblemException(
                        ILLEGAL_TRANSITION, "A recovery order that is " + status + " allows no " + move));
        if (move.needsReason() && (why == null || why.isBlank())) {
            throw ProblemException.invalid("/reason", "required", "Who gives up public money says why");
        }
        if (on.isBefore(orderedOn)) {
            throw ProblemException.invalid("/on", "too-early", "It was ordered on " + orderedOn);
        }
        switch (move) {
            case SETTLE -> recoveredOn = on;
            case CANCEL -> note = why;
        }
        status = next;
        updatedAt = now();
    }

    private static Instant now() {
        return PlatformTime.now().truncatedTo(ChronoUnit.MILLIS);
    }

    UUID id() {
        return id;
    }

    UUID projectId() {
        return projectId;
    }

    Money amount() {
        return new Money(amount, currency);
    }

    RecoveryStatus status() {
        return status;
    }

    long version() {
        return version;
    }

    RecoveryView view() {
        return new RecoveryView(
                id,
                projectId,
                status,
                amount(),
                reason,
                paymentId,
                reference,
                orderedOn,
                dueOn,
                recoveredOn,
                note,
                version);
    }
}

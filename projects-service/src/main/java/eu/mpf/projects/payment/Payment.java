package eu.mpf.projects.payment;

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

/** One payment to the lead of a project. Its amount never changes; another amount is another payment. */
@Entity
@Table(name = "payment")
class Payment {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "project_id")
    private UUID projectId;

    @Enumerated(EnumType.STRING)
    private PaymentKind kind;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    private BigDecimal amount;
    private String currency;
    private @Nullable String reference;

    @Column(name = "report_id")
    private @Nullable UUID reportId;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "requested_on")
    private LocalDate requestedOn;

    @Column(name = "approved_on")
    private @Nullable LocalDate approvedOn;

    @Column(name = "paid_on")
    private @Nullable LocalDate paidOn;

    private @Nullable String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Payment() {}

    static Payment request(UUID projectId, NewPayment wanted, LocalDate on) {
        Payment payment = new Payment();
        payment.id = Ids.next();
        payment.projectId = projectId;
        payment.kind = wanted.kind();
        payment.status = PaymentStatus.REQUESTED;
        payment.amount = wanted.amount().amount();
        payment.currency = wanted.amount().currency();
        payment.reference = wanted.reference();
        payment.reportId = wanted.reportId();
        payment.dueOn = wanted.dueOn();
        payment.requestedOn = on;
        payment.createdAt = now();
        payment.updatedAt = payment.createdAt;
        return payment;
    }

    /** Moves the payment on. @throws ProblemException 409 where its status does not allow it; 400 without a reason owed */
    void move(PaymentStatus.Move move, LocalDate on, @Nullable String why) {
        PaymentStatus next = status.after(move)
                .orElseThrow(() ->
                        new ProblemException(ILLEGAL_TRANSITION, "A payment that is " + status + " allows no " + move));
        if (move.needsReason() && (why == null || why.isBlank())) {
            throw ProblemException.invalid("/reason", "required", "A reason is owed to those who wait for the money");
        }
        LocalDate earliest = approvedOn == null ? requestedOn : approvedOn;
        if (on.isBefore(earliest)) {
            throw ProblemException.invalid("/on", "too-early", "The step before was on " + earliest);
        }
        switch (move) {
            case APPROVE -> approvedOn = on;
            case PAY -> paidOn = on;
            case REJECT, CANCEL -> reason = why;
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

    PaymentKind kind() {
        return kind;
    }

    PaymentStatus status() {
        return status;
    }

    Money amount() {
        return new Money(amount, currency);
    }

    @Nullable
    UUID reportId() {
        return reportId;
    }

    long version() {
        return version;
    }

    PaymentView view() {
        return new PaymentView(
                id,
                projectId,
                kind,
                status,
                amount(),
                reference,
                reportId,
                dueOn,
                requestedOn,
                approvedOn,
                paidOn,
                reason,
                version);
    }
}

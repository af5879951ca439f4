package eu.mpf.projects.payment;

import static eu.mpf.projects.payment.PaymentStatus.APPROVED;
import static eu.mpf.projects.payment.PaymentStatus.CANCELLED;
import static eu.mpf.projects.payment.PaymentStatus.PAID;
import static eu.mpf.projects.payment.PaymentStatus.REJECTED;
import static eu.mpf.projects.payment.PaymentStatus.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.projects.payment.PaymentStatus.Move;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.Money;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P14")
class PaymentStatusTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);

    private static final Map<PaymentStatus, Set<PaymentStatus>> ALLOWED = Map.of(
            REQUESTED, EnumSet.of(APPROVED, REJECTED),
            APPROVED, EnumSet.of(PAID, CANCELLED),
            PAID, EnumSet.noneOf(PaymentStatus.class),
            REJECTED, EnumSet.noneOf(PaymentStatus.class),
            CANCELLED, EnumSet.noneOf(PaymentStatus.class));

    @Test
    void everyPairOfStatesIsAllowedOrRefusedAsAgreed() {
        for (PaymentStatus from : PaymentStatus.values()) {
            Set<PaymentStatus> reached = EnumSet.noneOf(PaymentStatus.class);
            for (Move move : Move.values()) {
                from.after(move).ifPresent(reached::add);
            }
            assertThat(reached).as("from %s", from).isEqualTo(ALLOWED.get(from));
        }
    }

    @Test
    void rejectionAndCancellationOweAReason() {
        Payment payment = requested();
        assertThatThrownBy(() -> payment.move(Move.REJECT, DAY, " ")).isInstanceOf(ProblemException.class);
        assertThat(payment.status()).isEqualTo(REQUESTED);
        payment.move(Move.APPROVE, DAY, null);
        assertThatThrownBy(() -> payment.move(Move.CANCEL, DAY, null)).isInstanceOf(ProblemException.class);
        payment.move(Move.CANCEL, DAY, "The account was closed");
        assertThat(payment.view().reason()).isEqualTo("The account was closed");
    }

    @Test
    void noStepIsDatedBeforeTheOneBeforeIt() {
        Payment payment = requested();
        assertThatThrownBy(() -> payment.move(Move.APPROVE, DAY.minusDays(1), null))
                .isInstanceOf(ProblemException.class);
        payment.move(Move.APPROVE, DAY.plusDays(2), null);
        assertThatThrownBy(() -> payment.move(Move.PAY, DAY.plusDays(1), null)).isInstanceOf(ProblemException.class);
        payment.move(Move.PAY, DAY.plusDays(2), null);
        assertThat(payment.view().paidOn()).isEqualTo(DAY.plusDays(2));
    }

    private static Payment requested() {
        return Payment.request(
                Ids.next(),
                new NewPayment(PaymentKind.PRE_FINANCING, Money.euro("10.00"), null, null, null, null),
                DAY);
    }
}

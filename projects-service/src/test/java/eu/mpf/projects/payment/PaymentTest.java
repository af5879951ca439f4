package eu.mpf.projects.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.projects.Refusals;
import eu.mpf.projects.payment.PaymentStatus.Move;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.value.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P14")
class PaymentTest {

    private static final UUID PROJECT = UUID.randomUUID();
    private static final UUID REPORT = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
    private static final Money AMOUNT = Money.euro("600000.00");
    private static final NewPayment WANTED =
            new NewPayment(PaymentKind.INTERIM, AMOUNT, "IP-1", REPORT, DAY.plusDays(30), null);

    private final StateTable<Payment, PaymentStatus> table = new StateTable<>(
                    PaymentTest::requested, PaymentStatus.class, Payment::status, Refusals.ILLEGAL_TRANSITION)
            .on("APPROVE", payment -> payment.move(Move.APPROVE, DAY, null))
            .on("PAY", payment -> payment.move(Move.PAY, DAY, null))
            .on("REJECT", payment -> payment.move(Move.REJECT, DAY, "Not on this report"))
            .on("CANCEL", payment -> payment.move(Move.CANCEL, DAY, "The account was closed"));

    private static Payment requested() {
        return Payment.request(PROJECT, WANTED, DAY);
    }

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "REQUESTED APPROVE", "APPROVED",
                        "REQUESTED REJECT", "REJECTED",
                        "APPROVED PAY", "PAID",
                        "APPROVED CANCEL", "CANCELLED"));
    }

    @Test
    void aRequestSaysWhatIsWantedAndNothingOfWhatMayCome() {
        Payment payment = requested();
        assertThat(payment).hasNoNullFieldsOrPropertiesExcept("approvedOn", "paidOn", "reason");
        assertThat(requested().id()).isNotEqualTo(payment.id());
        assertThat(payment.projectId()).isEqualTo(PROJECT);
        assertThat(payment.kind()).isEqualTo(PaymentKind.INTERIM);
        assertThat(payment.status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(payment.amount()).isEqualTo(AMOUNT);
        assertThat(payment.reportId()).isEqualTo(REPORT);
        assertThat(payment.version()).isEqualTo(1);
        assertThat(payment.view())
                .isEqualTo(new PaymentView(
                        payment.id(),
                        PROJECT,
                        PaymentKind.INTERIM,
                        PaymentStatus.REQUESTED,
                        AMOUNT,
                        "IP-1",
                        REPORT,
                        DAY.plusDays(30),
                        DAY,
                        null,
                        null,
                        null,
                        1));
    }

    @Test
    void eachStepKeepsItsDay() {
        Payment payment = requested();
        payment.move(Move.APPROVE, DAY, null);
        assertThat(payment.view().approvedOn()).as("on the day of the request").isEqualTo(DAY);
        payment.move(Move.PAY, DAY.plusDays(3), null);
        assertThat(payment.view())
                .extracting(PaymentView::requestedOn, PaymentView::approvedOn, PaymentView::paidOn, PaymentView::reason)
                .containsExactly(DAY, DAY, DAY.plusDays(3), null);
    }

    @Test
    void aRejectionKeepsItsReasonAndNoDayOfApproval() {
        Payment payment = requested();
        payment.move(Move.REJECT, DAY, "Not on this report");
        assertThat(payment.view().reason()).isEqualTo("Not on this report");
        assertThat(payment.view().approvedOn()).isNull();
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        Payment payment = requested();
        payment.move(Move.APPROVE, DAY.plusDays(2), null);
        PaymentView before = payment.view();
        assertThatThrownBy(() -> payment.move(Move.PAY, DAY.plusDays(1), null))
                .satisfies(Refusals.invalid("/on too-early"));
        assertThatThrownBy(() -> payment.move(Move.CANCEL, DAY.plusDays(2), null))
                .satisfies(Refusals.invalid("/reason required"));
        assertThatThrownBy(() -> payment.move(Move.CANCEL, DAY.plusDays(2), " "))
                .satisfies(Refusals.invalid("/reason required"));
        assertThat(payment.view()).isEqualTo(before);
    }

    @Test
    void thePublicSeesWhatWasPaidAndWhenAndNoMore() {
        Payment payment = requested();
        payment.move(Move.APPROVE, DAY, null);
        payment.move(Move.PAY, DAY.plusDays(3), null);
        assertThat(payment.view().forThePublic())
                .isEqualTo(new PaymentView(
                        payment.id(),
                        PROJECT,
                        PaymentKind.INTERIM,
                        PaymentStatus.PAID,
                        AMOUNT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        DAY.plusDays(3),
                        null,
                        1));
    }
}

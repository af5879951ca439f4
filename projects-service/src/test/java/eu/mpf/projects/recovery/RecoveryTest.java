package eu.mpf.projects.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.projects.Refusals;
import eu.mpf.projects.recovery.RecoveryStatus.Move;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.value.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P14")
class RecoveryTest {

    private static final UUID PROJECT = UUID.randomUUID();
    private static final UUID PAYMENT = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
    private static final Money AMOUNT = Money.euro("1250.00");

    private final StateTable<Recovery, RecoveryStatus> table = new StateTable<>(
                    () -> ordered("1250.00", null), RecoveryStatus.class, Recovery::status, Refusals.ILLEGAL_TRANSITION)
            .on("SETTLE", recovery -> recovery.move(Move.SETTLE, DAY, null))
            .on("CANCEL", recovery -> recovery.move(Move.CANCEL, DAY, "Waived"));

    private static Recovery ordered(String amount, @Nullable LocalDate due) {
        return Recovery.order(
                PROJECT,
                new NewRecovery(Money.euro(amount), "Ineligible travel costs", PAYMENT, "RO-2024-7", null, due),
                DAY);
    }

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ORDERED SETTLE", "RECOVERED",
                        "ORDERED CANCEL", "CANCELLED"));
    }

    @Test
    void anOrderSaysWhatIsAskedBackAndNothingOfWhatMayCome() {
        Recovery recovery = ordered("1250.00", DAY.plusDays(45));
        assertThat(recovery).hasNoNullFieldsOrPropertiesExcept("recoveredOn", "note");
        assertThat(ordered("1250.00", null).id()).isNotEqualTo(recovery.id());
        assertThat(recovery.projectId()).isEqualTo(PROJECT);
        assertThat(recovery.status()).isEqualTo(RecoveryStatus.ORDERED);
        assertThat(recovery.amount()).isEqualTo(AMOUNT);
        assertThat(recovery.version()).isEqualTo(1);
        assertThat(recovery.view())
                .isEqualTo(new RecoveryView(
                        recovery.id(),
                        PROJECT,
                        RecoveryStatus.ORDERED,
                        AMOUNT,
                        "Ineligible travel costs",
                        PAYMENT,
                        "RO-2024-7",
                        DAY,
                        DAY.plusDays(45),
                        null,
                        null,
                        1));
    }

    @Test
    void theLeastIsACentAndTheSoonestTheSameDay() {
        assertThat(ordered("0.01", DAY).view().dueOn()).isEqualTo(DAY);
        assertThatThrownBy(() -> ordered("0.00", DAY)).satisfies(Refusals.invalid("/amount/amount not-positive"));
        assertThatThrownBy(() -> ordered("-0.01", DAY)).satisfies(Refusals.invalid("/amount/amount not-positive"));
        assertThatThrownBy(() -> ordered("0.01", DAY.minusDays(1))).satisfies(Refusals.invalid("/dueOn too-early"));
    }

    @Test
    void theDayItCameBackIsKeptAndTheReasonItWasGivenUp() {
        Recovery settled = ordered("1250.00", null);
        settled.move(Move.SETTLE, DAY.plusDays(9), null);
        assertThat(settled.view())
                .extracting(RecoveryView::recoveredOn, RecoveryView::note)
                .containsExactly(DAY.plusDays(9), null);
        Recovery waived = ordered("1250.00", null);
        waived.move(Move.CANCEL, DAY, "Waived");
        assertThat(waived.view())
                .extracting(RecoveryView::recoveredOn, RecoveryView::note, RecoveryView::reason)
                .containsExactly(null, "Waived", "Ineligible travel costs");
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        Recovery recovery = ordered("1250.00", null);
        RecoveryView before = recovery.view();
        assertThatThrownBy(() -> recovery.move(Move.SETTLE, DAY.minusDays(1), null))
                .satisfies(Refusals.invalid("/on too-early"));
        assertThatThrownBy(() -> recovery.move(Move.CANCEL, DAY, null)).satisfies(Refusals.invalid("/reason required"));
        assertThatThrownBy(() -> recovery.move(Move.CANCEL, DAY, " ")).satisfies(Refusals.invalid("/reason required"));
        assertThat(recovery.view()).isEqualTo(before);
    }

    @Test
    void thePublicSeesWhatCameBackAndWhenAndNoMore() {
        Recovery recovery = ordered("1250.00", DAY);
        recovery.move(Move.SETTLE, DAY, null);
        assertThat(recovery.view().forThePublic())
                .isEqualTo(new RecoveryView(
                        recovery.id(),
                        PROJECT,
                        RecoveryStatus.RECOVERED,
                        AMOUNT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        DAY,
                        null,
                        1));
    }
}

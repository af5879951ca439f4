package eu.mpf.projects.recovery;

import static eu.mpf.projects.recovery.RecoveryStatus.CANCELLED;
import static eu.mpf.projects.recovery.RecoveryStatus.ORDERED;
import static eu.mpf.projects.recovery.RecoveryStatus.RECOVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.projects.recovery.RecoveryStatus.Move;
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
class RecoveryStatusTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

    private static final Map<RecoveryStatus, Set<RecoveryStatus>> ALLOWED = Map.of(
            ORDERED, EnumSet.of(RECOVERED, CANCELLED),
            RECOVERED, EnumSet.noneOf(RecoveryStatus.class),
            CANCELLED, EnumSet.noneOf(RecoveryStatus.class));

    @Test
    void everyPairOfStatesIsAllowedOrRefusedAsAgreed() {
        for (RecoveryStatus from : RecoveryStatus.values()) {
            Set<RecoveryStatus> reached = EnumSet.noneOf(RecoveryStatus.class);
            for (Move move : Move.values()) {
                from.after(move).ifPresent(reached::add);
            }
            assertThat(reached).as("from %s", from).isEqualTo(ALLOWED.get(from));
        }
    }

    @Test
    void whoGivesUpMoneySaysWhyAndNothingComesBackBeforeItIsAskedFor() {
        Recovery recovery = ordered("10.00", null);
        assertThatThrownBy(() -> recovery.move(Move.CANCEL, DAY, " ")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> recovery.move(Move.SETTLE, DAY.minusDays(1), null))
                .isInstanceOf(ProblemException.class);
        assertThat(recovery.status()).isEqualTo(ORDERED);
        recovery.move(Move.SETTLE, DAY, null);
        assertThat(recovery.view().recoveredOn()).isEqualTo(DAY);
        assertThatThrownBy(() -> recovery.move(Move.CANCEL, DAY, "Too late")).isInstanceOf(ProblemException.class);
    }

    @Test
    void anOrderIsForMoreThanNothingAndNotDueBeforeItIsMade() {
        assertThatThrownBy(() -> ordered("0.00", null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ordered("1.00", DAY.minusDays(1))).isInstanceOf(ProblemException.class);
    }

    private static Recovery ordered(String amount, @org.jspecify.annotations.Nullable LocalDate due) {
        return Recovery.order(
                Ids.next(), new NewRecovery(Money.euro(amount), "Ineligible costs", null, null, null, due), DAY);
    }
}

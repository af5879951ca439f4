package eu.mpf.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.call.CallStatus.Standing;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallStatusTest {

    private static final Instant OPENS = Instant.parse("2030-01-01T08:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2030-06-30T15:00:00Z");

    private static final Map<CallStatus, Set<CallCommand>> ALLOWED = Map.of(
            CallStatus.DRAFT, EnumSet.of(CallCommand.EDIT, CallCommand.PUBLISH, CallCommand.DISCARD),
            CallStatus.FORTHCOMING,
                    EnumSet.of(CallCommand.AMEND, CallCommand.SUSPEND, CallCommand.CLOSE, CallCommand.CANCEL),
            CallStatus.OPEN, EnumSet.of(CallCommand.AMEND, CallCommand.SUSPEND, CallCommand.CLOSE, CallCommand.CANCEL),
            CallStatus.SUSPENDED,
                    EnumSet.of(CallCommand.AMEND, CallCommand.REOPEN, CallCommand.CLOSE, CallCommand.CANCEL),
            CallStatus.CLOSED, EnumSet.of(CallCommand.AMEND, CallCommand.CANCEL),
            CallStatus.CANCELLED, EnumSet.noneOf(CallCommand.class));

    @Test
    void everyPairOfStatusAndCommandIsDecided() {
        for (CallStatus status : CallStatus.values()) {
            for (CallCommand command : CallCommand.values()) {
                assertThat(status.allows(command))
                        .as(status + " " + command)
                        .isEqualTo(ALLOWED.getOrDefault(status, Set.of()).contains(command));
            }
        }
    }

    @Test
    void theClockOpensAndClosesAPublishedCall() {
        assertThat(at(OPENS.minusMillis(1))).isEqualTo(CallStatus.FORTHCOMING);
        assertThat(at(OPENS)).isEqualTo(CallStatus.OPEN);
        assertThat(at(DEADLINE)).isEqualTo(CallStatus.OPEN);
        assertThat(at(DEADLINE.plusMillis(1))).isEqualTo(CallStatus.CLOSED);
        assertThat(CallStatus.at(DEADLINE.plusSeconds(9), Standing.PUBLISHED, false, null, null))
                .isEqualTo(CallStatus.OPEN);
    }

    @Test
    void aCallWhoseMoneyIsSpentIsClosedOnceItHasOpened() {
        assertThat(CallStatus.at(OPENS.minusMillis(1), Standing.PUBLISHED, true, OPENS, null))
                .isEqualTo(CallStatus.FORTHCOMING);
        assertThat(CallStatus.at(OPENS, Standing.PUBLISHED, true, OPENS, null)).isEqualTo(CallStatus.CLOSED);
    }

    @Test
    void whatWasDoneByHandStandsAgainstTheClock() {
        for (Standing standing : EnumSet.complementOf(EnumSet.of(Standing.PUBLISHED))) {
            assertThat(CallStatus.at(DEADLINE.plusSeconds(1), standing, true, OPENS, DEADLINE)
                            .name())
                    .isEqualTo(standing.name());
        }
    }

    private static CallStatus at(Instant now) {
        return CallStatus.at(now, Standing.PUBLISHED, false, OPENS, DEADLINE);
    }
}

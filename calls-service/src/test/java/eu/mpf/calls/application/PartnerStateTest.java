package eu.mpf.calls.application;

import static eu.mpf.calls.application.Partner.State.CONFIRMED;
import static eu.mpf.calls.application.Partner.State.DECLINED;
import static eu.mpf.calls.application.Partner.State.INVITED;
import static eu.mpf.calls.application.Partner.State.LISTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C11")
class PartnerStateTest {

    private static final Map<Partner.State, Map<PartnerCommand, Partner.State>> MOVES = Map.of(
            LISTED, Map.of(PartnerCommand.INVITE, INVITED),
            INVITED, Map.of(PartnerCommand.CONFIRM, CONFIRMED, PartnerCommand.DECLINE, DECLINED),
            CONFIRMED, Map.of(PartnerCommand.DECLINE, DECLINED),
            DECLINED, Map.of(PartnerCommand.INVITE, INVITED));

    @Test
    void everyPairOfStateAndCommandIsDecided() {
        for (Partner.State state : Partner.State.values()) {
            for (PartnerCommand command : PartnerCommand.values()) {
                assertThat(state.after(command).orElse(null))
                        .as(state + " " + command)
                        .isEqualTo(MOVES.getOrDefault(state, Map.of()).get(command));
            }
        }
    }
}

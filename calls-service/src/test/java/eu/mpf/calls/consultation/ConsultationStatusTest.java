package eu.mpf.calls.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C14")
class ConsultationStatusTest {

    @Test
    void everyPairOfStatusAndCommandIsDecided() {
        Map<ConsultationCommand, ConsultationStatus> moves = Map.of(
                ConsultationCommand.ADVISE, ConsultationStatus.ADVISED,
                ConsultationCommand.CANCEL, ConsultationStatus.CANCELLED);
        for (ConsultationStatus status : ConsultationStatus.values()) {
            for (ConsultationCommand command : ConsultationCommand.values()) {
                assertThat(status.after(command).orElse(null))
                        .as(status + " " + command)
                        .isEqualTo(status == ConsultationStatus.ASKED ? moves.get(command) : null);
            }
        }
    }
}

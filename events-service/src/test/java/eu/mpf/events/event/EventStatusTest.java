package eu.mpf.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E1")
class EventStatusTest {

    @Test
    void everyPairOfStatesIsDecided() {
        Set<String> allowed = new TreeSet<>();
        for (EventStatus from : EventStatus.values()) {
            for (EventStatus to : EventStatus.values()) {
                if (from.next().contains(to)) {
                    allowed.add(from + ">" + to);
                }
            }
        }
        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        "DRAFT>PUBLISHED", "DRAFT>CANCELLED", "PUBLISHED>HELD", "PUBLISHED>CANCELLED", "HELD>REPORTED");
    }

    @Test
    void nothingFollowsFromADraftNorFromWhatIsCancelled() {
        assertThat(Arrays.stream(EventStatus.values()).filter(status -> !status.isOn()))
                .containsExactly(EventStatus.DRAFT, EventStatus.CANCELLED);
    }
}

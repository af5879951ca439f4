package eu.mpf.events.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E1")
class SessionStatusTest {

    @Test
    void everyPairOfStatesIsDecided() {
        var allowed = new TreeSet<String>();
        for (SessionStatus from : SessionStatus.values()) {
            for (SessionStatus to : SessionStatus.values()) {
                if (from.next().contains(to)) {
                    allowed.add(from + ">" + to);
                }
            }
        }
        assertThat(allowed).containsExactly("PLANNED>CANCELLED", "PLANNED>HELD");
    }
}

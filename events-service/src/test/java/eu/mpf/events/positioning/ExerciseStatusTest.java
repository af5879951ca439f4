package eu.mpf.events.positioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E25")
class ExerciseStatusTest {

    @Test
    void everyPairOfStatesIsDecided() {
        var allowed = new TreeSet<String>();
        for (ExerciseStatus from : ExerciseStatus.values()) {
            for (ExerciseStatus to : ExerciseStatus.values()) {
                if (from.next().contains(to)) {
                    allowed.add(from + ">" + to);
                }
            }
        }
        assertThat(allowed).containsExactly("CLOSED>AGREED", "DRAFT>OPEN", "OPEN>CLOSED");
    }
}

package eu.mpf.events.synopsis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E16")
class SynopsisStatusTest {

    @Test
    void everyPairOfStatesIsDecided() {
        var allowed = new TreeSet<String>();
        for (SynopsisStatus from : SynopsisStatus.values()) {
            for (SynopsisStatus to : SynopsisStatus.values()) {
                if (from.next().contains(to)) {
                    allowed.add(from + ">" + to);
                }
            }
        }
        assertThat(allowed)
                .containsExactly("DRAFT>REVIEWED", "PUBLISHED>SUPERSEDED", "REVIEWED>DRAFT", "REVIEWED>PUBLISHED");
    }

    @Test
    void onlyWhatWasPublishedIsRead() {
        assertThat(Arrays.stream(SynopsisStatus.values()).filter(SynopsisStatus::isPublic))
                .containsExactly(SynopsisStatus.PUBLISHED, SynopsisStatus.SUPERSEDED);
    }
}

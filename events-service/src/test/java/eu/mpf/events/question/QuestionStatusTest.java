package eu.mpf.events.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E13")
class QuestionStatusTest {

    @Test
    void everyPairOfStatesIsDecided() {
        var allowed = new TreeSet<String>();
        for (QuestionStatus from : QuestionStatus.values()) {
            for (QuestionStatus to : QuestionStatus.values()) {
                if (from.next().contains(to)) {
                    allowed.add(from + ">" + to);
                }
            }
        }
        assertThat(allowed)
                .containsExactly(
                        "APPROVED>ANSWERED",
                        "APPROVED>CARRIED_OVER",
                        "APPROVED>REJECTED",
                        "ASKED>APPROVED",
                        "ASKED>CARRIED_OVER",
                        "ASKED>REJECTED",
                        "REJECTED>APPROVED");
    }

    @Test
    void onlyWhatWasApprovedIsRead() {
        assertThat(Arrays.stream(QuestionStatus.values()).filter(QuestionStatus::isPublic))
                .containsExactly(QuestionStatus.APPROVED, QuestionStatus.ANSWERED, QuestionStatus.CARRIED_OVER);
    }
}

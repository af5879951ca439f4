package eu.mpf.calls.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C27")
class ReviewStatusTest {

    @Test
    void everyPairOfStatusAndCommandIsDecided() {
        Map<ReviewCommand, ReviewStatus> moves = Map.of(
                ReviewCommand.UPHOLD, ReviewStatus.UPHELD,
                ReviewCommand.OVERTURN, ReviewStatus.OVERTURNED,
                ReviewCommand.DISMISS, ReviewStatus.INADMISSIBLE,
                ReviewCommand.WITHDRAW, ReviewStatus.WITHDRAWN);
        for (ReviewStatus status : ReviewStatus.values()) {
            for (ReviewCommand command : ReviewCommand.values()) {
                assertThat(status.after(command).orElse(null))
                        .as(status + " " + command)
                        .isEqualTo(status == ReviewStatus.FILED ? moves.get(command) : null);
            }
        }
    }
}

package eu.mpf.calls.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.Refusals;
import eu.mpf.calls.Rows;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.Applying;
import eu.mpf.calls.application.Content;
import eu.mpf.calls.letter.Letter;
import eu.mpf.calls.letter.Lettering;
import eu.mpf.testkit.StateTable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C27")
class ReviewRequestTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2030-10-01T12:00:00Z");
    private static final Instant DUE = NOW.plusSeconds(3600);
    private static final Application APPLICATION = Applying.drafted(Content.empty());
    private static final Letter LETTER = Lettering.rejection(APPLICATION);

    private final StateTable<ReviewRequest, ReviewStatus> table = new StateTable<>(
                    () -> filed(DUE), ReviewStatus.class, ReviewRequest::status, Refusals.of(CallsProblem.REVIEW_STATE))
            .on("uphold", request -> request.close(ReviewCommand.UPHOLD, "It stands.", "officer-1", NOW))
            .on("overturn", request -> request.close(ReviewCommand.OVERTURN, "It was wrong.", "officer-1", NOW))
            .on("dismiss", request -> request.close(ReviewCommand.DISMISS, "Too late.", "officer-1", NOW))
            .on("withdraw", request -> request.close(ReviewCommand.WITHDRAW, null, "applicant-1", NOW));

    private static ReviewRequest filed(@Nullable Instant due) {
        return new ReviewRequest(ID, "R-1", LETTER, "A mark was not explained.", "applicant-1", NOW, due);
    }

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "FILED uphold", "UPHELD",
                        "FILED overturn", "OVERTURNED",
                        "FILED dismiss", "INADMISSIBLE",
                        "FILED withdraw", "WITHDRAWN"));
    }

    @Test
    void aNewOneIsFiledAgainstTheLetterThatRefused() {
        ReviewRequest request = filed(DUE);
        assertThat(request.status()).isEqualTo(ReviewStatus.FILED);
        assertThat(request.id()).isEqualTo(ID);
        assertThat(request.reference()).isEqualTo("R-1");
        assertThat(request.letterId()).isEqualTo(LETTER.id());
        assertThat(request.applicationId()).isEqualTo(APPLICATION.id());
        assertThat(request.callId()).isEqualTo(Applying.CALL);
        assertThat(request.organisation()).isEqualTo("LV-BORDER");
        assertThat(request.grounds()).isEqualTo("A mark was not explained.");
        assertThat(request.filedAt()).isEqualTo(NOW);
        assertThat(request.answerDueAt()).isEqualTo(DUE);
        assertThat(request.reasons()).isNull();
        assertThat(request.closedAt()).isNull();
        assertThat(Rows.read(request, "version", 7L).version()).isEqualTo(7);
    }

    @Test
    void theFirstAnswerStandsWithItsReasons() {
        ReviewRequest request = filed(DUE);
        request.close(ReviewCommand.UPHOLD, "It stands.", "officer-1", DUE);
        assertThatThrownBy(() -> request.close(ReviewCommand.OVERTURN, "On second thoughts.", "officer-2", NOW))
                .satisfies(Refusals.of(CallsProblem.REVIEW_STATE));
        assertThat(request.reasons()).isEqualTo("It stands.");
        assertThat(request.closedAt()).isEqualTo(DUE);
    }

    @Test
    void anAnswerIsOverdueOnceItsLastInstantHasPassed() {
        ReviewRequest request = filed(DUE);
        assertThat(request.overdue(DUE)).isFalse();
        assertThat(request.overdue(DUE.plusNanos(1))).isTrue();
        assertThat(filed(null).overdue(Instant.MAX)).as("nothing is promised").isFalse();
    }

    @Test
    void whetherAnAnswerCameInTimeDependsOnWhenItCame() {
        ReviewRequest inTime = filed(DUE);
        inTime.close(ReviewCommand.DISMISS, "Too late.", "officer-1", DUE);
        assertThat(inTime.overdue(DUE.plusSeconds(1))).isFalse();
        ReviewRequest late = filed(DUE);
        late.close(ReviewCommand.DISMISS, "Too late.", "officer-1", DUE.plusSeconds(1));
        assertThat(late.overdue(NOW)).isTrue();
    }
}

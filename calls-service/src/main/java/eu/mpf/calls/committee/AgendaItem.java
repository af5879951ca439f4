package eu.mpf.calls.committee;

import eu.mpf.calls.application.Decision;
import eu.mpf.web.value.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is put to the vote: one application and what is proposed for it; the amount asked for when none is named. */
public record AgendaItem(
        UUID applicationId,
        Decision.Outcome proposal,
        @Nullable Money amount,
        @Nullable Recommendation recommendation) {

    Recommendation recommendationOrNone() {
        return recommendation == null ? Recommendation.NONE : recommendation;
    }
}

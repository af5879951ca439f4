package eu.mpf.events.retention.api;

import eu.mpf.events.event.DataPurpose;
import eu.mpf.events.event.LegalRegime;
import eu.mpf.events.retention.RetentionPlan;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the personal data of an event.
 *
 * @param people registrations that still belong to a person
 * @param erased registrations that only count
 */
@Schema(name = "Retention")
public record RetentionView(
        UUID eventId,
        LegalRegime regime,
        @Nullable String controller,
        Instant endedAt,
        int people,
        int erased,
        List<PurposeView> purposes,
        List<RunView> runs) {

    /**
     * @param days after the end
     * @param dueAt for the last of them; building access to the day itself goes so many days after that day, not after the
     *     last follow-up
     */
    @Schema(name = "RetentionPurpose")
    public record PurposeView(DataPurpose purpose, int days, Instant dueAt, boolean over) {}

    /** @param purpose that was over; {@code PERSON}: the last of all */
    @Schema(name = "RetentionRun")
    public record RunView(String purpose, @Nullable Instant doneAt, int people) {}

    static RetentionView of(RetentionPlan plan, int people, int erased, List<RunView> runs) {
        return new RetentionView(
                plan.eventId(),
                plan.terms().regimeOrUsual(),
                plan.terms().controller(),
                plan.endedAt(),
                people,
                erased,
                Arrays.stream(DataPurpose.values())
                        .map(purpose -> new PurposeView(
                                purpose, plan.terms().daysFor(purpose), plan.dueAt(purpose), plan.isOver(purpose)))
                        .toList(),
                runs);
    }
}

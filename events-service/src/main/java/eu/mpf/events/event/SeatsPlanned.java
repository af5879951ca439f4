package eu.mpf.events.event;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Within this service: how many seats there are was decided or changed.
 *
 * @param scopeId the event, or the follow-up session with a registration of its own
 * @param total {@code null}: no limit
 */
public record SeatsPlanned(
        UUID eventId,
        UUID scopeId,
        @Nullable Integer total,
        Map<AudienceCategory, Integer> categories,
        RegistrationPolicy policy) {

    /** The limit of a category as text; empty: no limit. */
    public String seatsOf(AudienceCategory category) {
        Integer limit = categories.get(category);
        return limit == null ? "" : limit.toString();
    }
}

package eu.mpf.gateway.rehearsal;

import eu.mpf.web.time.RehearsalState;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rehearsal.
 *
 * @param now the time at the gateway
 * @param together whether all parts have answered and all have the same time
 */
@Schema(name = "Rehearsal", description = "A platform whose time can be moved.")
public record RehearsalView(
        Instant now,

        @Schema(description = "How far that is from the true time (ISO 8601).", examples = "\"PT72H\"")
        String offset,

        @Schema(description = "Whether every service answers and has the same time; if not, set it again.")
        boolean together,

        @Schema(description = "Each part that answers, the gateway last.")
        List<RehearsalState> services,

        @Schema(description = "Those that do not.") List<String> missing) {

    static RehearsalView of(List<RehearsalState> services, List<String> missing) {
        RehearsalState own = services.getLast();
        boolean alike = services.stream().allMatch(each -> each.offset().equals(own.offset()));
        return new RehearsalView(own.now(), own.offset(), alike && missing.isEmpty(), services, missing);
    }
}

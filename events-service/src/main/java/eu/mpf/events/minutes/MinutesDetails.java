package eu.mpf.events.minutes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a session.
 *
 * @param points the main points, one sentence each; they go into the synopsis
 * @param text notes at length, in Markdown
 */
@Schema(name = "Minutes")
public record MinutesDetails(
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 2000) String> points,
        @Nullable @Size(max = 100_000) String text) {

    public MinutesDetails {
        points = points == null ? List.of() : List.copyOf(points);
    }
}

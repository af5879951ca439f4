package eu.mpf.events.positioning.api;

import eu.mpf.events.positioning.ExerciseStatus;
import eu.mpf.events.positioning.Tally;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The figures of an exercise as they are now.
 *
 * @param projects how many projects took a position
 * @param severalMeans how many of them named more than one type
 */
@Schema(name = "Tally")
public record TallyView(
        UUID exerciseId,
        int typologyVersion,
        ExerciseStatus status,
        int projects,
        int severalMeans,
        List<Tally.Count> tally) {}

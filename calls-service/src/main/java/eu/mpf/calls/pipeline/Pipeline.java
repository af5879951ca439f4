package eu.mpf.calls.pipeline;

import eu.mpf.web.value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of everything that was handed in.
 *
 * @param received applications that were ever handed in
 * @param accounted the sum of the parts
 * @param missing received and in none of the parts; never hidden
 * @param gap in words, when it does not add up
 * @param unaccounted the applications that are in none of the parts
 */
public record Pipeline(
        long received,
        List<Part> parts,
        long accounted,
        boolean addsUp,
        long missing,

        @Schema(description = "What does not add up, in the language preferred: English, French or German.") @Nullable
        String gap,

        @Schema(description = "The applications that are missing.")
        List<UUID> unaccounted) {

    /** @param language of the words; one of those offered by {@link GapWords} */
    public static Pipeline of(long received, List<Part> parts, List<UUID> unaccounted, Locale language) {
        long accounted = parts.stream().mapToLong(Part::applications).sum();
        long missing = received - accounted;
        String gap = missing == 0 ? null : GapWords.in(language).of(received, accounted);
        return new Pipeline(
                received, List.copyOf(parts), accounted, missing == 0, missing, gap, List.copyOf(unaccounted));
    }

    /** Applications that share an outcome. @param requested what they ask for together, per currency */
    public record Part(String outcome, long applications, List<Money> requested) {

        Part plus(Part other) {
            List<Money> all = new ArrayList<>(requested);
            all.addAll(other.requested);
            return new Part(outcome, applications + other.applications, List.copyOf(all));
        }
    }
}

package eu.mpf.calls.pipeline;

import eu.mpf.web.value.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of everything that was handed in.
 *
 * @param received applications that were ever handed in
 * @param accounted the sum of the parts
 * @param missing received and in none of the parts; never hidden
 * @param gap in words, when it does not add up
 */
public record Pipeline(
        long received,
        List<Part> parts,
        long accounted,
        boolean addsUp,
        long missing,
        @Nullable String gap) {

    public static Pipeline of(long received, List<Part> parts) {
        long accounted = parts.stream().mapToLong(Part::applications).sum();
        long missing = received - accounted;
        String gap = missing == 0
                ? null
                : "%d received, %d accounted for: %d %s"
                        .formatted(received, accounted, Math.abs(missing), missing > 0 ? "are missing" : "too many");
        return new Pipeline(received, List.copyOf(parts), accounted, missing == 0, missing, gap);
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

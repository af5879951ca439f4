package eu.mpf.events.positioning;

import eu.mpf.events.reference.KnownType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often each type was named. A project with several means counts once for each of them.
 *
 * @param projects how many projects took a position
 * @param severalMeans how many of them named more than one type
 */
@Schema(name = "TallyFigures")
public record Tally(int projects, int severalMeans, List<Count> counts) {

    /** @param label name of the type, in English if there is one */
    @Schema(name = "TallyCount")
    public record Count(String code, String label, int projects) {}

    /** Types of the typology in their order, those nobody named included. */
    public static Tally of(List<KnownType> types, List<List<String>> positions) {
        Map<String, Integer> byCode = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        types.stream().filter(type -> !type.retired()).forEach(type -> {
            byCode.put(type.code(), 0);
            labels.put(type.code(), type.label());
        });
        positions.forEach(means -> means.forEach(code -> byCode.merge(code, 1, Integer::sum)));
        List<Count> counts = new ArrayList<>();
        byCode.forEach((code, n) -> counts.add(new Count(code, labels.getOrDefault(code, code), n)));
        return new Tally(
                positions.size(),
                (int) positions.stream().filter(means -> means.size() > 1).count(),
                counts);
    }

    Map<String, Integer> byCode() {
        Map<String, Integer> result = new LinkedHashMap<>();
        counts.forEach(count -> result.put(count.code(), count.projects()));
        return result;
    }
}

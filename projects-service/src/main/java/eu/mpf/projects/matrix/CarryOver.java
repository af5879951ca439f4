package eu.mpf.projects.matrix;

import eu.mpf.projects.typology.PartnershipType;
import eu.mpf.projects.typology.TypeMapping;
import eu.mpf.projects.typology.TypologyView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries means of an earlier version of the typology into a later one, version by version. Only what stayed, or what a
 * mapping carries over by rule, arrives; the rest is handed back for somebody to read again.
 */
final class CarryOver {

    private final Map<Integer, TypologyView> versions = new LinkedHashMap<>();
    private final int target;

    CarryOver(List<TypologyView> published, int target) {
        published.forEach(each -> versions.put(each.version(), each));
        this.target = target;
    }

    /**
     * What became of a list of means.
     *
     * @param codes codes of types of the target version
     */
    record Arrived(List<String> codes, List<Matrix.ToReview> toReview) {}

    Arrived carry(int from, List<String> means) {
        List<String> codes = new ArrayList<>();
        List<Matrix.ToReview> toReview = new ArrayList<>();
        for (String code : means) {
            String present = code;
            Matrix.@Nullable ToReview stuck = null;
            for (int version = from + 1; version <= target && stuck == null; version++) {
                TypologyView typology = versions.get(version);
                if (typology == null || inUse(typology, present)) {
                    continue;
                }
                Optional<TypeMapping> mapping = typology.mapping(present);
                String to = mapping.map(TypeMapping::to).orElse(null);
                if (to != null && mapping.get().automatic()) {
                    present = to;
                } else {
                    String reason = mapping.map(TypeMapping::reason).orElse("No mapping leads on from " + present);
                    stuck = new Matrix.ToReview(code, from, to, reason);
                }
            }
            if (stuck == null) {
                codes.add(present);
            } else {
                toReview.add(stuck);
            }
        }
        return new Arrived(codes.stream().distinct().toList(), toReview);
    }

    private static boolean inUse(TypologyView typology, String code) {
        return typology.types().stream()
                .filter(type -> type.code().equals(code))
                .anyMatch(type -> !type.retired());
    }

    /** The types of the target version, in their order. */
    List<PartnershipType> columns() {
        TypologyView typology = versions.get(target);
        return typology == null
                ? List.of()
                : typology.types().stream().filter(type -> !type.retired()).toList();
    }
}

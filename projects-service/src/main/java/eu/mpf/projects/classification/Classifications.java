package eu.mpf.projects.classification;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a project is classified, the latest first.
 *
 * @param agreement for the newest version of the typology that both views know: the means both name, of all that either
 *     names; absent while one view is missing
 */
@Schema(name = "Classifications")
public record Classifications(
        List<ClassificationView> items, @Nullable Agreement agreement) {

    /**
     * How far the facility's and the grantee's view agree.
     *
     * @param rate 1 if both name the same means, 0 if they share none
     */
    public record Agreement(
            int typologyVersion,
            List<String> both,
            List<String> facilityOnly,
            List<String> granteeOnly,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(type = SchemaType.STRING, description = "Decimal string from 0 to 1.", examples = "0.50")
            BigDecimal rate) {

        public static Agreement of(int typologyVersion, List<String> facility, List<String> grantee) {
            Set<String> both = new TreeSet<>(facility);
            both.retainAll(grantee);
            Set<String> facilityOnly = new TreeSet<>(facility);
            facilityOnly.removeAll(grantee);
            Set<String> granteeOnly = new TreeSet<>(grantee);
            granteeOnly.removeAll(facility);
            int all = both.size() + facilityOnly.size() + granteeOnly.size();
            BigDecimal rate = all == 0
                    ? BigDecimal.ZERO.setScale(2)
                    : BigDecimal.valueOf(both.size()).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
            return new Agreement(
                    typologyVersion, List.copyOf(both), List.copyOf(facilityOnly), List.copyOf(granteeOnly), rate);
        }
    }

    static Classifications of(List<ClassificationView> latestFirst) {
        return new Classifications(latestFirst, agreement(latestFirst));
    }

    private static @Nullable Agreement agreement(List<ClassificationView> latestFirst) {
        return latestFirst.stream()
                .map(ClassificationView::typologyVersion)
                .distinct()
                .sorted((a, b) -> b - a)
                .flatMap(version -> {
                    List<String> facility = current(latestFirst, version, View.FACILITY);
                    List<String> grantee = current(latestFirst, version, View.GRANTEE);
                    return facility.isEmpty() || grantee.isEmpty()
                            ? java.util.stream.Stream.<Agreement>empty()
                            : java.util.stream.Stream.of(Agreement.of(version, facility, grantee));
                })
                .findFirst()
                .orElse(null);
    }

    static List<String> current(List<ClassificationView> latestFirst, int version, View view) {
        return latestFirst.stream()
                .filter(each -> each.typologyVersion() == version && each.view() == view)
                .findFirst()
                .map(ClassificationView::means)
                .orElse(List.of());
    }
}

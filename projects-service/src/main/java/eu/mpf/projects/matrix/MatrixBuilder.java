package eu.mpf.projects.matrix;

import eu.mpf.projects.matrix.Matrix.Cell;
import eu.mpf.projects.matrix.Matrix.Row;
import eu.mpf.projects.matrix.Matrix.ToReview;
import eu.mpf.projects.project.ProjectMeans;
import eu.mpf.projects.typology.PartnershipType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts classified projects into rows and counts them. Pure: what goes in decides what comes out. */
final class MatrixBuilder {

    private static final String FACILITY = "FACILITY";
    private static final String GRANTEE = "GRANTEE";

    private final CarryOver carryOver;
    private final int version;
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private int compared;
    private int agreed;
    private long unclassified;

    MatrixBuilder(CarryOver carryOver, int version) {
        this.carryOver = carryOver;
        this.version = version;
        carryOver.columns().forEach(type -> counts.put(type.code(), new int[2]));
    }

    void add(MatrixSource.Entry project) {
        Optional<ProjectMeans> facility = latest(project, FACILITY);
        Optional<ProjectMeans> grantee = latest(project, GRANTEE);
        if (facility.isEmpty() && grantee.isEmpty()) {
            unclassified++;
            return;
        }
        List<ToReview> toReview = new ArrayList<>();
        List<String> byFacility = arrived(facility, toReview);
        List<String> byGrantee = arrived(grantee, toReview);
        byFacility.forEach(code -> count(code, 0));
        byGrantee.forEach(code -> count(code, 1));
        if (facility.isPresent() && grantee.isPresent()) {
            compared++;
            agreed += new HashSet<>(byFacility).equals(new HashSet<>(byGrantee)) && !byFacility.isEmpty() ? 1 : 0;
        }
        List<Cell> cells = counts.keySet().stream()
                .filter(code -> byFacility.contains(code) || byGrantee.contains(code))
                .map(code -> new Cell(
                        code,
                        byFacility.contains(code),
                        byGrantee.contains(code),
                        carriedFrom(byFacility.contains(code) ? facility : grantee)))
                .toList();
        rows.add(new Row(
                project.id(),
                project.code(),
                project.title(),
                cells,
                toReview.stream().distinct().toList()));
    }

    private Optional<ProjectMeans> latest(MatrixSource.Entry project, String view) {
        return project.means().stream()
                .filter(means -> means.view().equals(view) && means.typologyVersion() <= version)
                .max(Comparator.comparingInt(ProjectMeans::typologyVersion));
    }

    private List<String> arrived(Optional<ProjectMeans> means, List<ToReview> toReview) {
        return means.map(each -> {
                    CarryOver.Arrived arrived = carryOver.carry(each.typologyVersion(), each.means());
                    toReview.addAll(arrived.toReview());
                    return arrived.codes();
                })
                .orElse(List.of());
    }

    private @Nullable Integer carriedFrom(Optional<ProjectMeans> means) {
        return means.map(ProjectMeans::typologyVersion)
                .filter(from -> from < version)
                .orElse(null);
    }

    private void count(String code, int view) {
        int[] count = counts.get(code);
        if (count != null) {
            count[view]++;
        }
    }

    List<Matrix.Column> columns() {
        List<Matrix.Column> columns = new ArrayList<>();
        for (PartnershipType type : carryOver.columns()) {
            int[] count = counts.getOrDefault(type.code(), new int[2]);
            columns.add(new Matrix.Column(type.code(), type.name(), count[0], count[1]));
        }
        return columns;
    }

    List<Row> rows() {
        return rows;
    }

    long unclassified() {
        return unclassified;
    }

    Matrix.Agreement agreement() {
        BigDecimal rate = compared == 0
                ? null
                : BigDecimal.valueOf(agreed).divide(BigDecimal.valueOf(compared), 2, RoundingMode.HALF_UP);
        return new Matrix.Agreement(compared, agreed, rate);
    }
}

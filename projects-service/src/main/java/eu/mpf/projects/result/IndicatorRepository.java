package eu.mpf.projects.result;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class IndicatorRepository implements PanacheRepositoryBase<Indicator, UUID> {

    private static final String MEASURED = """
            SELECT m.* FROM measurement m JOIN indicator i ON i.id = m.indicator_id
            WHERE i.project_id = ? ORDER BY m.measured_on DESC, m.id DESC""";

    private final Sql sql;

    IndicatorRepository(Sql sql) {
        this.sql = sql;
    }

    Optional<Indicator> byCode(UUID projectId, String code) {
        return find("projectId = ?1 and code = ?2", projectId, code).firstResultOptional();
    }

    /** Deletes the indicators of a project with their measurements. */
    void discard(UUID projectId) {
        sql.update(
                "DELETE FROM measurement WHERE indicator_id IN (SELECT id FROM indicator WHERE project_id = ?)",
                projectId);
        delete("projectId", projectId);
    }

    /** All indicators of a project with their measurements: two statements, whatever their number. */
    List<IndicatorView> views(UUID projectId) {
        List<Indicator> indicators = list("projectId = ?1 order by createdAt, id", projectId);
        Map<UUID, List<Measurement>> measured = new HashMap<>();
        sql.list(
                MEASURED,
                row -> measured.computeIfAbsent(row.getObject("indicator_id", UUID.class), id -> new ArrayList<>())
                        .add(new Measurement(
                                plain(row.getBigDecimal("value")),
                                row.getObject("measured_on", LocalDate.class),
                                row.getObject("report_id", UUID.class),
                                row.getString("note"),
                                Objects.requireNonNull(Sql.instant(row, "recorded_at")))),
                projectId);
        return indicators.stream()
                .map(indicator -> IndicatorView.of(indicator, measured.getOrDefault(indicator.id(), List.of())))
                .toList();
    }

    /** Keeps a measurement. What a report said is kept once. */
    void measured(UUID indicator, NewMeasurement measurement, LocalDate on, @Nullable UUID report) {
        sql.update("""
                INSERT INTO measurement (id, indicator_id, value, measured_on, report_id, note, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT measurement_report DO NOTHING""", Ids.next(), indicator, measurement.value(), on, report, measurement.note(), Instant.now());
    }

    /** Without the zeros the column adds, and never in scientific notation. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

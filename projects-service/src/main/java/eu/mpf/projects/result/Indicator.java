package eu.mpf.projects.result;

import eu.mpf.web.problem.Violations;
import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something a project wants to change, made countable. What was measured of it is kept beside it and never changed. */
@Entity
@Table(name = "indicator")
class Indicator {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "project_id")
    private UUID projectId;

    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private IndicatorDetails details;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Indicator() {}

    static Indicator of(UUID projectId, String code, IndicatorDetails details) {
        Indicator indicator = new Indicator();
        indicator.id = Ids.next();
        indicator.projectId = projectId;
        indicator.code = code;
        indicator.createdAt = now();
        indicator.describe(details);
        return indicator;
    }

    void describe(IndicatorDetails described) {
        Violations violations = new Violations();
        violations.check(described.title() != null, "/title", "not-null", "An indicator has a title");
        Measure from = described.baseline();
        Measure to = described.target();
        LocalDate start = from == null ? null : from.on();
        LocalDate end = to == null ? null : to.on();
        violations.check(
                start == null || end == null || !end.isBefore(start),
                "/target/on",
                "before-baseline",
                "A target does not lie before its baseline");
        violations.throwIfAny();
        details = described;
        touch();
    }

    /** Counts a measurement that is kept beside it. */
    void touch() {
        updatedAt = now();
    }

    private static Instant now() {
        return PlatformTime.now().truncatedTo(ChronoUnit.MILLIS);
    }

    UUID id() {
        return id;
    }

    UUID projectId() {
        return projectId;
    }

    String code() {
        return code;
    }

    IndicatorDetails details() {
        return details;
    }

    long version() {
        return version;
    }
}

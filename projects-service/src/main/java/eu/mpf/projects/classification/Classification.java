package eu.mpf.projects.classification;

import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** In whose view, and since when, a project works by which means. A later one replaces it; it is never changed. */
@Entity
@Immutable
@Table(name = "classification")
class Classification {

    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "typology_version")
    private int typologyVersion;

    @Enumerated(EnumType.STRING)
    private View view;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> means;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Enumerated(EnumType.STRING)
    private Evidence evidence;

    @Column(name = "exercise_id")
    private @Nullable String exerciseId;

    private @Nullable String note;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected Classification() {}

    Classification(
            UUID projectId,
            int typologyVersion,
            View view,
            List<String> means,
            String decidedBy,
            LocalDate decidedOn,
            Evidence evidence,
            @Nullable String exerciseId,
            @Nullable String note) {
        this.id = Ids.next();
        this.projectId = projectId;
        this.typologyVersion = typologyVersion;
        this.view = view;
        this.means = List.copyOf(means);
        this.decidedBy = decidedBy;
        this.decidedOn = decidedOn;
        this.evidence = evidence;
        this.exerciseId = exerciseId;
        this.note = note;
        this.recordedAt = PlatformTime.now().truncatedTo(ChronoUnit.MICROS);
    }

    UUID id() {
        return id;
    }

    ClassificationView view() {
        return new ClassificationView(
                id,
                projectId,
                typologyVersion,
                view,
                means,
                decidedBy,
                decidedOn,
                evidence,
                exerciseId,
                note,
                recordedAt);
    }
}

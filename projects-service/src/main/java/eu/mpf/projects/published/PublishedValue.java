package eu.mpf.projects.published;

import static eu.mpf.projects.ProjectsProblem.PUBLISHED_VALUE_WITHDRAWN;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A value of a project as a source published it: printed exactly so, read only where it leaves no doubt. What was entered
 * never changes; an entry that is wrong is withdrawn, and another stands in its place.
 */
@Entity
@Table(name = "published_value")
class PublishedValue {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "project_id")
    private UUID projectId;

    @Enumerated(EnumType.STRING)
    private PublishedField field;

    private String printed;
    private String source;

    @Column(name = "published_on")
    private @Nullable LocalDate publishedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private Reading reading;

    @Column(name = "well_formed")
    private boolean wellFormed;

    private boolean current;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private @Nullable String withdrawnBy;

    @Column(name = "withdrawal_reason")
    private @Nullable String withdrawalReason;

    @Column(name = "replaced_by")
    private @Nullable UUID replacedBy;

    protected PublishedValue() {}

    static PublishedValue record(
            UUID projectId,
            PublishedField field,
            String printed,
            String source,
            @Nullable LocalDate publishedOn,
            String recordedBy) {
        PublishedValue value = new PublishedValue();
        value.id = Ids.next();
        value.projectId = projectId;
        value.field = field;
        value.printed = printed;
        value.source = source;
        value.publishedOn = publishedOn;
        value.reading = Prints.read(field, printed);
        value.wellFormed = value.reading.wellFormed();
        value.recordedBy = recordedBy;
        value.recordedAt = now();
        return value;
    }

    void mark(boolean isCurrent) {
        requireStanding();
        current = isCurrent;
    }

    /** What is recorded in place of this value, for the same field; this value then no longer stands. */
    PublishedValue correct(CorrectedValue right, String by) {
        PublishedValue corrected = record(projectId, field, right.printed(), right.source(), right.publishedOn(), by);
        withdraw(right.reason(), by);
        replacedBy = corrected.id;
        return corrected;
    }

    /** Takes the value back: it stays readable, and never holds again. */
    void withdraw(String reason, String by) {
        requireStanding();
        current = false;
        withdrawnAt = now();
        withdrawnBy = by;
        withdrawalReason = reason;
    }

    private void requireStanding() {
        if (withdrawnAt != null) {
            throw new ProblemException(PUBLISHED_VALUE_WITHDRAWN, "It was withdrawn at " + withdrawnAt);
        }
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

    PublishedField field() {
        return field;
    }

    Reading reading() {
        return reading;
    }

    String source() {
        return source;
    }

    long version() {
        return version;
    }

    boolean current() {
        return current;
    }

    PublishedValueView view() {
        return new PublishedValueView(
                id,
                projectId,
                field,
                printed,
                source,
                publishedOn,
                wellFormed,
                reading,
                current,
                recordedAt,
                recordedBy,
                withdrawal(),
                version);
    }

    private @Nullable Withdrawal withdrawal() {
        return withdrawnAt == null || withdrawalReason == null
                ? null
                : new Withdrawal(withdrawnAt, withdrawnBy, withdrawalReason, replacedBy);
    }
}

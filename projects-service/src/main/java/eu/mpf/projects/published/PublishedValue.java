package eu.mpf.projects.published;

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

/** A value of a project as a source published it: printed exactly so, read only where it leaves no doubt. */
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
        value.recordedAt = PlatformTime.now().truncatedTo(ChronoUnit.MILLIS);
        return value;
    }

    void mark(boolean isCurrent) {
        current = isCurrent;
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

    PublishedValueView view() {
        return new PublishedValueView(
                id, projectId, field, printed, source, publishedOn, wellFormed, reading, current, recordedAt, version);
    }
}

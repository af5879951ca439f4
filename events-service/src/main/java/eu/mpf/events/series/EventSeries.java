package eu.mpf.events.series;

import eu.mpf.events.sql.JsonColumn;
import eu.mpf.events.sql.TextColumn;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.LocalizedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** What recurring events have in common. */
@Entity
@Table(name = "event_series")
public class EventSeries {
    @Id
    private UUID id;

    private String key;

    @Convert(converter = TextColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private LocalizedText name;

    @Convert(converter = TextColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable LocalizedText description;

    @Version
    private long version;

    protected EventSeries() {}

    public EventSeries(SeriesDetails details) {
        this.id = Ids.next();
        this.key = details.key();
        this.name = details.name();
        this.description = details.description();
    }

    /** @throws ProblemException 400 for another key: events refer to it */
    public void revise(SeriesDetails details) {
        if (!key.equals(details.key())) {
            throw ProblemException.invalid("/key", "fixed", "cannot be changed");
        }
        name = details.name();
        description = details.description();
    }

    public SeriesDetails details() {
        return new SeriesDetails(key, name, description);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }
}

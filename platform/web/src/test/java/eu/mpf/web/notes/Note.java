package eu.mpf.web.notes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
public class Note {
    @Id
    public UUID id;

    @Version
    public long version;

    public String title;
    public @Nullable Integer priority;
    public @Nullable LocalDate due;
    public @Nullable String code;
}

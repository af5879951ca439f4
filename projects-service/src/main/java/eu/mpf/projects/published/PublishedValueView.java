package eu.mpf.projects.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A published value as read. */
@Schema(name = "PublishedValue")
public record PublishedValueView(
        UUID id,
        UUID projectId,
        PublishedField field,
        @Schema(description = "Exactly as printed.") String printed,
        String source,
        @Nullable LocalDate publishedOn,

        @Schema(
                description =
                        "False if the print could not be read beyond doubt; it then counts nowhere as a number or a date.")
        boolean wellFormed,

        Reading reading,

        @Schema(description = "Whether this is the value that holds for its field.")
        boolean current,

        Instant recordedAt,
        @Nullable @Schema(description = "For staff only.") String recordedBy,

        @Nullable @Schema(description = "Absent while the value stands.")
        Withdrawal withdrawal,

        long version) {

    PublishedValueView withoutWho() {
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
                null,
                withdrawal == null ? null : withdrawal.withoutWho(),
                version);
    }
}

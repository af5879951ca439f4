package eu.mpf.projects.classification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A classification as read. */
@Schema(name = "Classification")
public record ClassificationView(
        UUID id,
        UUID projectId,
        int typologyVersion,
        View view,

        @Schema(description = "Codes of partnership types; several where the project uses several.")
        List<String> means,

        @Schema(description = "Code of the organisation, or role, that decided; never a person.")
        String decidedBy,

        LocalDate decidedOn,
        Evidence evidence,

        @Nullable @Schema(description = "The positioning exercise it comes from.")
        String exerciseId,

        @Nullable String note,
        Instant recordedAt) {}

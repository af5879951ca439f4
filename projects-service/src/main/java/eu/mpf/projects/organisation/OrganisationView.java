package eu.mpf.projects.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organisation as read. */
@Schema(name = "Organisation")
public record OrganisationView(
        UUID id,
        String code,
        String name,

        @Schema(description = "Every name it bore, the oldest first.")
        List<OrganisationName> names,

        OrganisationKind kind,
        String country,
        List<Identifier> identifiers,

        @Nullable @Schema(description = "Code of the body that carries on its work.")
        String succeededBy,

        @Nullable LocalDate succeededOn,

        @Nullable @Schema(description = "Code of the record that stands for the same body.")
        String mergedInto,

        Instant createdAt,
        Instant updatedAt,
        long version) {}

package eu.mpf.projects.typology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of the typology as read. */
@Schema(name = "Typology")
public record TypologyView(
        UUID id,

        @Schema(description = "Number of the version: 1, 2, …")
        int version,

        TypologyStatus status,
        @Nullable String note,
        List<PartnershipType> types,

        @Schema(description = "Where the projects of types retired in this version belong.")
        List<TypeMapping> mappings,

        @Nullable Instant publishedAt,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "The value of the ETag.") long revision) {

    /** The mapping of a type that this version retired. */
    public Optional<TypeMapping> mapping(String from) {
        return mappings.stream().filter(mapping -> mapping.from().equals(from)).findFirst();
    }
}

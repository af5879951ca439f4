package eu.mpf.projects.document;

import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A public document with the project it comes from, as it stands in the library of the portfolio. */
@Schema(name = "LibraryItem")
public record LibraryItem(
        UUID id,
        UUID projectId,
        String projectCode,
        LocalizedText projectTitle,
        List<String> themes,
        DocumentKind kind,
        LocalizedText title,
        @Nullable LocalizedText description,

        @Schema(description = "Code of the list `licences`.", examples = "CC-BY-4.0")
        String licence,

        @Nullable @Schema(description = "Language of the content, BCP 47.", examples = "en")
        String language,

        @Schema(description = "Version of the file.") int version,
        String mediaType,

        @Schema(description = "Bytes.") long size,

        @Schema(description = "SHA-256, hexadecimal.") String checksum,

        Instant updatedAt) {}

package eu.mpf.projects.document;

import eu.mpf.web.file.FileState;
import eu.mpf.web.file.StoredFile;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of a document's file, without the person who brought it. */
@Schema(name = "DocumentFile")
public record DocumentFile(
        int version,
        String name,

        @Schema(description = "As the content shows it.") String mediaType,

        @Schema(description = "Bytes.") long size,

        @Schema(description = "SHA-256, hexadecimal.") String checksum,

        @Nullable @Schema(description = "Language of the content, BCP 47.")
        String language,

        FileState state,
        Instant uploadedAt) {

    static DocumentFile of(StoredFile file) {
        return new DocumentFile(
                file.version(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.checksum(),
                file.language(),
                file.state(),
                file.uploadedAt());
    }
}

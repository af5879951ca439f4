package eu.mpf.calls.call.api;

import eu.mpf.calls.call.GuidelinesService.Kept;
import eu.mpf.web.file.FileState;
import eu.mpf.web.file.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file of the guidelines, without the person who brought it. */
@Schema(name = "GuidelinesDocument")
public record GuidelinesFileView(
        UUID id,

        @Nullable @Schema(description = "Of the content, BCP 47.", examples = "en")
        String language,

        @Schema(description = "Counted per language.", examples = "2")
        int version,

        String name,

        @Schema(description = "As the content shows it.", examples = "application/pdf")
        String mediaType,

        @Schema(description = "Bytes.") long size,

        @Schema(description = "SHA-256, hexadecimal.") String checksum,

        FileState state,
        Instant uploadedAt,

        @Schema(description = "The editions of the call in which it is in force; none while it is prepared.")
        List<Integer> editions) {

    static GuidelinesFileView of(Kept kept) {
        StoredFile file = kept.file();
        return new GuidelinesFileView(
                file.id(),
                file.language(),
                file.version(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.checksum(),
                file.state(),
                file.uploadedAt(),
                kept.editions());
    }
}

package eu.mpf.calls.call;

import eu.mpf.web.file.StoredFile;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The guidelines themselves in one language and version. Whoever writes the terms names the file; the rest is what was
 * stored under that name, and is frozen with the edition.
 *
 * @param fileId of a file brought to {@code /v1/calls/{callId}/guidelines}
 * @param version counted per language
 * @param size bytes
 * @param checksum SHA-256 of its bytes, hexadecimal
 */
public record GuidelinesFile(
        @NotNull @Schema(description = "Of a file brought to the call's `/guidelines`; the rest is filled in.")
        UUID fileId,

        @Nullable @Schema(description = "Filled in.", examples = "en")
        String language,

        @Nullable @Schema(description = "Filled in; counted per language.", examples = "2")
        Integer version,

        @Nullable @Schema(description = "Filled in.", examples = "guidelines.pdf")
        String name,

        @Nullable @Schema(description = "Filled in: as the content shows it.", examples = "application/pdf")
        String mediaType,

        @Nullable @Schema(description = "Filled in: bytes.", examples = "482113")
        Long size,

        @Nullable @Schema(description = "Filled in: SHA-256, hexadecimal.")
        String checksum) {

    static GuidelinesFile of(StoredFile file) {
        return new GuidelinesFile(
                file.id(),
                file.language(),
                file.version(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.checksum());
    }
}

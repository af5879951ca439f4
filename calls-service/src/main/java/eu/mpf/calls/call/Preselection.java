package eu.mpf.calls.call;

import eu.mpf.calls.scoring.Cut;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which concept notes are invited: those best scored, until the sum requested reaches a multiple of the envelope.
 *
 * @param envelopeMultiple for example {@code 2} for twice the envelope
 */
public record Preselection(
        @Schema(examples = "2") @NotNull @Pattern(regexp = "\\d{1,2}(\\.\\d{1,2})?")
        String envelopeMultiple,

        @Nullable Cut cut) {

    public Cut cutOrDefault() {
        return cut == null ? Cut.UNTIL_REACHED : cut;
    }
}

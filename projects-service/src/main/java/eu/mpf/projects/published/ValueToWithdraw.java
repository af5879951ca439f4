package eu.mpf.projects.published;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a value is taken back.
 *
 * @param instead the value of the same field that holds from now on
 */
@Schema(examples = "{\"reason\":\"It is printed on the page of another project\"}")
public record ValueToWithdraw(
        @NotBlank @Size(max = 2000) String reason,

        @Nullable
        @Schema(
                description =
                        "The value that holds from now on; required if the withdrawn one held and others of its field stand.")
        UUID instead) {}

package eu.mpf.projects.project;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A body that takes part beside the lead: by its code if it is in the register, else by name.
 */
public record Partner(
        @Nullable @Size(max = 60) @Schema(description = "Code of an organisation in the register.")
        String organisation,

        @Nullable @Size(max = 500) String name,
        PartnerRole role) {

    public Partner {
        role = role == null ? PartnerRole.PARTNER : role;
    }
}

package eu.mpf.projects.typology;

import eu.mpf.web.value.LocalizedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A way in which partners work together.
 *
 * @param aliases other labels under which the type is known
 * @param retirement why it is no longer used from this version on; absent while it is
 */
public record PartnershipType(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,59}") String code,
        @NotNull LocalizedText name,
        @Nullable LocalizedText definition,
        @Size(max = 30) List<@Size(min = 1, max = 200) String> aliases,

        @Nullable @Size(max = 2000) @Schema(description = "Why it is no longer used; absent while it is.")
        String retirement) {

    public PartnershipType {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }

    public boolean retired() {
        return retirement != null;
    }

    PartnershipType retire(String reason) {
        return new PartnershipType(code, name, definition, aliases, reason);
    }
}

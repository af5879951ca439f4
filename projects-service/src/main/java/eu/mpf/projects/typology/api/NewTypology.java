package eu.mpf.projects.typology.api;

import eu.mpf.projects.typology.PartnershipType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        examples =
                "{\"note\":\"Initial research\",\"types\":[{\"code\":\"operational\",\"name\":{\"en\":\"Operational partnership\"},\"aliases\":[\"Operational Partnerships\"]}]}")
record NewTypology(
        @Nullable @Size(max = 2000) String note,

        @Nullable @Size(max = 100) @Schema(description = "Types to add to those taken over from the version before.")
        List<@Valid PartnershipType> types) {

    List<PartnershipType> added() {
        return types == null ? List.of() : types;
    }
}

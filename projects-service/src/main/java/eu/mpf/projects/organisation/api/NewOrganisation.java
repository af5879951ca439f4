package eu.mpf.projects.organisation.api;

import eu.mpf.projects.organisation.Identifier;
import eu.mpf.projects.organisation.OrganisationDetails;
import eu.mpf.projects.organisation.OrganisationKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        examples =
                "{\"code\":\"LV-SBG\",\"name\":\"State Border Guard of Latvia\",\"kind\":\"PUBLIC_AUTHORITY\",\"country\":\"LV\"}")
record NewOrganisation(
        @NotBlank
        @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,59}")
        @Schema(description = "Stable and unique.", examples = "LV-SBG")
        String code,

        @NotBlank @Size(max = 500) String name,
        @NotNull OrganisationKind kind,

        @NotBlank @Size(max = 60) @Schema(description = "ISO 3166-1 alpha-2; aliases are accepted.")
        String country,

        @Nullable @Size(max = 50) List<@Valid Identifier> identifiers) {

    OrganisationDetails details() {
        return new OrganisationDetails(kind, country, identifiers == null ? List.of() : identifiers);
    }
}

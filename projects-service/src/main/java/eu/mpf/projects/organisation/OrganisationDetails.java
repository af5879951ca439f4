package eu.mpf.projects.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What may be corrected about an organisation; its name changes by {@code :rename} only, because the former one stays.
 *
 * @param country ISO 3166-1 alpha-2; aliases such as EL and UK are accepted
 */
public record OrganisationDetails(
        OrganisationKind kind,
        @Size(max = 60) String country,
        @Size(max = 50) List<@Valid Identifier> identifiers) {

    public OrganisationDetails {
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
    }
}

package eu.mpf.projects.exchange;

import eu.mpf.projects.organisation.Identifier;
import eu.mpf.projects.organisation.OrganisationDetails;
import eu.mpf.projects.organisation.OrganisationKind;
import eu.mpf.projects.organisation.OrganisationName;
import eu.mpf.projects.organisation.OrganisationView;
import eu.mpf.web.value.Countries;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as one line of JSON, without what only this platform gives. What is exported so can be imported so; a
 * successor stands in an earlier line, or the file is sent again.
 *
 * @param names all names, the oldest first and the present one last; absent if there was one only
 */
@Schema(name = "OrganisationRecord")
public record OrganisationRecord(
        @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,59}")
        String code,

        @NotBlank @Size(max = 500) String name,
        @NotNull OrganisationKind kind,
        @NotBlank @Size(max = 60) String country,
        @Nullable @Size(max = 50) List<@Valid Identifier> identifiers,
        @Nullable @Size(max = 50) List<OrganisationName> names,
        @Nullable @Size(min = 1, max = 60) String succeededBy,
        @Nullable LocalDate succeededOn) {

    public static OrganisationRecord of(OrganisationView organisation) {
        return new OrganisationRecord(
                        organisation.code(),
                        organisation.name(),
                        organisation.kind(),
                        organisation.country(),
                        organisation.identifiers(),
                        organisation.names(),
                        organisation.succeededBy(),
                        organisation.succeededOn())
                .normal();
    }

    /** The same told in one way: no empty lists, one code for a country, no list of one name. */
    public OrganisationRecord normal() {
        return new OrganisationRecord(
                code,
                name,
                kind,
                Countries.known(country) ? Countries.canonical(country) : country,
                identifiers == null || identifiers.isEmpty() ? null : identifiers,
                names == null || names.size() < 2 ? null : names,
                succeededBy,
                succeededOn);
    }

    public OrganisationDetails details() {
        return new OrganisationDetails(kind, country, identifiers == null ? List.of() : identifiers);
    }
}

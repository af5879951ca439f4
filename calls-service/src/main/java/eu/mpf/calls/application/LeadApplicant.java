package eu.mpf.calls.application;

import eu.mpf.web.codelist.CodeCheck;
import org.jspecify.annotations.Nullable;

/** What the lead says of itself; where projects-service knows the organisation, that counts instead. */
public record LeadApplicant(
        @Nullable String name,
        @Nullable String country,
        @Nullable String kind,
        boolean centralGovernment) {

    /** The same in codes. */
    LeadApplicant canonical(CodeCheck codes) {
        return new LeadApplicant(
                name,
                country == null ? null : codes.country(country, "/content/lead/country"),
                codes.optional("organisation-kinds", kind, "/content/lead/kind"),
                centralGovernment);
    }
}

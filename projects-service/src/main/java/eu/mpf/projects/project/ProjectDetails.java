package eu.mpf.projects.project;

import eu.mpf.web.value.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The description of a project: everything about it that people edit. The title is demanded by the rules, not by the
 * schema: this is also the shape of a merge patch, which may leave it out. A page of projects passes it on as it is stored:
 * what a release adds inside of a property and shows in place of nothing, it has to add to what is stored, too.
 *
 * @param leadOrganisation code of the leading body, or absent with {@code leadName} where it is not in the register
 * @param beneficiaries codes of the bodies that the project serves
 * @param predecessor code of the project whose follow-on phase this is
 */
public record ProjectDetails(
        LocalizedText title,
        @Nullable LocalizedText summary,
        @Nullable @Size(min = 1, max = 100) String reference,
        @Nullable @Size(min = 1, max = 100) String acronym,
        @Size(max = 20) List<@Size(min = 1, max = 100) String> acronymVariants,
        ProjectKind kind,
        @Nullable @Size(min = 1, max = 60) String leadOrganisation,
        @Nullable @Size(min = 1, max = 500) String leadName,
        @Size(max = 100) List<@Valid Partner> partners,
        @Size(max = 100) List<String> beneficiaries,

        @Size(max = 60) @Schema(description = "ISO 3166-1 alpha-2; aliases are accepted.")
        List<String> memberStates,

        @Size(max = 100) @Schema(description = "ISO 3166-1 alpha-2; aliases are accepted.")
        List<String> partnerCountries,

        @Nullable @Schema(description = "Code of the list `regions`, for a project that works with a region.")
        String region,

        @Size(max = 20) @Schema(description = "Codes of the list `themes`.")
        List<String> themes,

        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,

        @Nullable @Schema(description = "Code of the list `funds`.")
        String fund,

        @Nullable @Valid Budget budget,
        @Size(max = 100) List<@Valid InKindGood> inKind,
        @Size(max = 100) List<@Size(min = 1, max = 100) String> activities,
        @Size(max = 100) List<@Valid CountryNote> notes,
        @Nullable @Size(min = 1, max = 60) String predecessor,

        @Nullable
        @Schema(
                description =
                        "The language whose version of the texts counts; a code of the list `languages`. English, or the title's first, if absent.")
        String bindingLanguage) {

    public ProjectDetails {
        acronymVariants = list(acronymVariants);
        kind = kind == null ? ProjectKind.GRANT : kind;
        partners = list(partners);
        beneficiaries = list(beneficiaries);
        memberStates = list(memberStates);
        partnerCountries = list(partnerCountries);
        themes = list(themes);
        inKind = list(inKind);
        activities = list(activities);
        notes = list(notes);
    }

    private static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** The budget, or one of which nothing is known. */
    public Budget money() {
        return budget == null ? Budget.UNKNOWN : budget;
    }

    /** The same project with other dates. */
    public ProjectDetails withDates(@Nullable LocalDate start, @Nullable LocalDate end) {
        return new ProjectDetails(
                title,
                summary,
                reference,
                acronym,
                acronymVariants,
                kind,
                leadOrganisation,
                leadName,
                partners,
                beneficiaries,
                memberStates,
                partnerCountries,
                region,
                themes,
                start,
                end,
                fund,
                budget,
                inKind,
                activities,
                notes,
                predecessor,
                bindingLanguage);
    }

    /** The same project with other money. */
    public ProjectDetails withMoney(@Nullable String otherFund, Budget otherBudget) {
        return new ProjectDetails(
                title,
                summary,
                reference,
                acronym,
                acronymVariants,
                kind,
                leadOrganisation,
                leadName,
                partners,
                beneficiaries,
                memberStates,
                partnerCountries,
                region,
                themes,
                startDate,
                endDate,
                otherFund,
                otherBudget,
                inKind,
                activities,
                notes,
                predecessor,
                bindingLanguage);
    }

    /** The same project with codes as this service keeps them. */
    ProjectDetails withCodes(List<String> states, List<String> countries, List<CountryNote> countryNotes, Codes codes) {
        return new ProjectDetails(
                title,
                summary,
                reference,
                acronym,
                acronymVariants,
                kind,
                leadOrganisation,
                leadName,
                partners,
                beneficiaries,
                states,
                countries,
                codes.region(),
                codes.themes(),
                startDate,
                endDate,
                codes.fund(),
                budget,
                inKind,
                activities,
                countryNotes,
                predecessor,
                codes.bindingLanguage());
    }

    /** The values that come from code lists. */
    record Codes(
            @Nullable String region,
            List<String> themes,
            @Nullable String fund,
            @Nullable String bindingLanguage) {}
}

package eu.mpf.projects.project.api;

import eu.mpf.projects.project.Budget;
import eu.mpf.projects.project.CountryNote;
import eu.mpf.projects.project.InKindGood;
import eu.mpf.projects.project.NewProject;
import eu.mpf.projects.project.Partner;
import eu.mpf.projects.project.ProjectDetails;
import eu.mpf.projects.project.ProjectKind;
import eu.mpf.projects.project.Visibility;
import eu.mpf.web.value.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewProject", examples = """
                {"code":"COOP4INT","title":{"en":"Strengthening Migrant Integration through Cooperation between Portugal and Cabo Verde"},
                 "acronym":"Coop4Int","acronymVariants":["Coop4INT"],"leadOrganisation":"PT-ACM","partnerCountries":["Cape Verde"],
                 "themes":["integration"],"reference":"ICMPD/2021/MPF-357-010","fund":"AMIF",
                 "budget":{"total":{"amount":"1532558.68","currency":"EUR"},"rate":"94.42"},"effectiveOn":"2021-12-01"}""")
record NewProjectRequest(
        @Nullable
        @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,59}")
        @Schema(description = "Stable and unique; made from the acronym or title if absent.", examples = "COOP4INT")
        String code,

        @NotNull LocalizedText title,
        @Nullable LocalizedText summary,
        @Nullable @Size(min = 1, max = 100) String reference,
        @Nullable @Size(min = 1, max = 100) String acronym,
        @Nullable @Size(max = 20) List<@Size(min = 1, max = 100) String> acronymVariants,
        @Nullable @Schema(defaultValue = "GRANT") ProjectKind kind,

        @Nullable @Size(min = 1, max = 60) @Schema(description = "Code of an organisation in the register.")
        String leadOrganisation,

        @Nullable @Size(min = 1, max = 500) @Schema(description = "Name of a lead that is not in the register.")
        String leadName,

        @Nullable @Size(max = 100) List<@Valid Partner> partners,

        @Nullable @Size(max = 100) @Schema(description = "Codes of organisations.")
        List<String> beneficiaries,

        @Nullable @Size(max = 60) List<String> memberStates,
        @Nullable @Size(max = 100) List<String> partnerCountries,
        @Nullable String region,
        @Nullable @Size(max = 20) List<String> themes,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String fund,
        @Nullable @Valid Budget budget,
        @Nullable @Size(max = 100) List<@Valid InKindGood> inKind,
        @Nullable @Size(max = 100) List<@Size(min = 1, max = 100) String> activities,
        @Nullable @Size(max = 100) List<@Valid CountryNote> notes,

        @Nullable @Size(min = 1, max = 60) @Schema(description = "Code of the project whose follow-on phase this is.")
        String predecessor,

        @Nullable
        @Schema(
                description =
                        "The language whose version of the texts counts; a code of the list `languages`. English, or the title's first, if absent.",
                examples = "en")
        String bindingLanguage,

        @Nullable @Schema(defaultValue = "PUBLISHED") Visibility visibility,

        @Nullable @Schema(description = "Whether the public sees the budget.", defaultValue = "true")
        Boolean moneyPublic,

        @Nullable @Schema(description = "The day from which it counts in the portfolio; today if absent.")
        LocalDate effectiveOn) {

    NewProject toProject() {
        ProjectDetails details = new ProjectDetails(
                title,
                summary,
                reference,
                acronym,
                list(acronymVariants),
                kind == null ? ProjectKind.GRANT : kind,
                leadOrganisation,
                leadName,
                list(partners),
                list(beneficiaries),
                list(memberStates),
                list(partnerCountries),
                region,
                list(themes),
                startDate,
                endDate,
                fund,
                budget,
                list(inKind),
                list(activities),
                list(notes),
                predecessor,
                bindingLanguage);
        return new NewProject(
                code,
                details,
                visibility == null ? Visibility.PUBLISHED : visibility,
                moneyPublic == null || moneyPublic,
                effectiveOn);
    }

    private static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}

package eu.mpf.projects.exchange;

import eu.mpf.projects.project.Budget;
import eu.mpf.projects.project.CountryNote;
import eu.mpf.projects.project.GranteeStanding;
import eu.mpf.projects.project.InKindGood;
import eu.mpf.projects.project.Partner;
import eu.mpf.projects.project.ProjectDetails;
import eu.mpf.projects.project.ProjectKind;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.projects.project.Visibility;
import eu.mpf.projects.published.NewPublishedValue;
import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A project as one line of JSON: all that is true of it today, without what only this platform gives (ids, versions,
 * times). What is exported so can be imported so.
 *
 * @param effectiveOn the first day it counts, where no {@code statusSince} says so
 * @param granteeStanding tells a project terminated after its contract from one that never had any
 * @param publishedValues what sources have published about it, as printed
 */
@Schema(name = "ProjectRecord")
public record ProjectRecord(
        @Nullable @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,59}")
        String code,

        @NotNull LocalizedText title,
        @Nullable LocalizedText summary,
        @Nullable @Size(min = 1, max = 100) String reference,
        @Nullable @Size(min = 1, max = 100) String acronym,
        @Nullable @Size(max = 20) List<@Size(min = 1, max = 100) String> acronymVariants,
        @Nullable ProjectKind kind,
        @Nullable @Size(min = 1, max = 60) String leadOrganisation,
        @Nullable @Size(min = 1, max = 500) String leadName,
        @Nullable @Size(max = 100) List<@Valid Partner> partners,
        @Nullable @Size(max = 100) List<String> beneficiaries,
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
        @Nullable @Size(min = 1, max = 60) String predecessor,
        @Nullable String bindingLanguage,
        @Nullable Visibility visibility,
        @Nullable Boolean moneyPublic,
        @Nullable LocalDate effectiveOn,
        @Nullable ProjectStatus status,
        @Nullable LocalDate statusSince,
        @Nullable @Size(min = 1, max = 2000) String statusReason,
        @Nullable GranteeStanding granteeStanding,
        @Nullable @Size(max = 200) List<@Valid NewPublishedValue> publishedValues,

        @Nullable @Schema(description = "What of its source has no place here; the import says so.")
        List<String> notImported) {

    public static ProjectRecord of(ProjectView p, List<NewPublishedValue> published) {
        return new ProjectRecord(
                p.code(),
                p.title(),
                p.summary(),
                p.reference(),
                p.acronym(),
                filled(p.acronymVariants()),
                p.kind(),
                p.leadOrganisation(),
                // The name of a registered body is the register's.
                p.leadOrganisation() == null ? p.leadName() : null,
                filled(p.partners()),
                filled(p.beneficiaries()),
                filled(p.memberStates()),
                filled(p.partnerCountries()),
                p.region(),
                filled(p.themes()),
                p.startDate(),
                p.endDate(),
                p.fund(),
                p.budget(),
                filled(p.inKind()),
                filled(p.activities()),
                filled(p.notes()),
                p.predecessor(),
                said(p),
                p.visibility(),
                p.moneyPublic(),
                null,
                p.status(),
                p.statusSince(),
                p.statusReason(),
                p.status() == ProjectStatus.TERMINATED ? p.granteeStanding() : null,
                filled(published),
                null);
    }

    /** The binding language, where it is not the one that any project with this title has. */
    private static @Nullable String said(ProjectView project) {
        String binding = project.bindingLanguage();
        return binding.equals(BindingLanguage.of(null, project.title())) ? null : binding;
    }

    /** The description alone. */
    public ProjectDetails details() {
        return new ProjectDetails(
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
    }

    /** The first day on which the status told is true. */
    public @Nullable LocalDate since() {
        return statusSince == null ? effectiveOn : statusSince;
    }

    private static <T> @Nullable List<T> filled(List<T> values) {
        return values.isEmpty() ? null : values;
    }

    private static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}

package eu.mpf.projects.project;

import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A project as read, on the day asked for. Money that is not public yet is left out for the public. */
@Schema(name = "Project")
public record ProjectView(
        UUID id,
        String code,
        @Nullable String reference,
        @Nullable String acronym,
        List<String> acronymVariants,
        ProjectKind kind,
        LocalizedText title,
        @Nullable LocalizedText summary,
        ProjectStatus status,
        LocalDate statusSince,
        @Nullable String statusReason,
        GranteeStanding granteeStanding,
        Visibility visibility,

        @Nullable @Schema(description = "Code of the leading organisation; absent where it is not in the register.")
        String leadOrganisation,

        @Nullable @Schema(description = "Name of the lead: the organisation's name of today, or as told.")
        String leadName,

        List<Partner> partners,
        List<String> beneficiaries,
        List<String> memberStates,
        List<String> partnerCountries,
        @Nullable String region,
        List<String> themes,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String fund,

        @Nullable @Schema(description = "Absent while nothing is known or the money is not public.")
        Budget budget,

        boolean moneyPublic,
        List<InKindGood> inKind,
        List<String> activities,
        List<CountryNote> notes,
        @Nullable String predecessor,

        @Schema(description = "The language whose version of the texts counts.", examples = "en")
        String bindingLanguage,

        @Nullable UUID grantId,
        @Nullable String applicationId,
        @Nullable String callId,
        @Nullable String callKey,

        @Schema(description = "The first day on which this version is true.")
        LocalDate validFrom,

        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** What the public may see. */
    ProjectView withoutUnpublishedMoney() {
        if (moneyPublic) {
            return this;
        }
        return new ProjectView(
                id,
                code,
                reference,
                acronym,
                acronymVariants,
                kind,
                title,
                summary,
                status,
                statusSince,
                statusReason,
                granteeStanding,
                visibility,
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
                fund,
                null,
                false,
                inKind.stream().map(InKindGood::withoutValue).toList(),
                activities,
                notes,
                predecessor,
                bindingLanguage,
                grantId,
                applicationId,
                callId,
                callKey,
                validFrom,
                createdAt,
                updatedAt,
                version);
    }
}

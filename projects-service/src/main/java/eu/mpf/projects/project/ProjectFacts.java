package eu.mpf.projects.project;

import eu.mpf.web.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project as told to other systems: its public state after the change, without money. */
record ProjectFacts(
        UUID projectId,
        String code,
        @Nullable String reference,
        @Nullable String acronym,
        LocalizedText title,
        @Nullable LocalizedText summary,
        ProjectKind kind,
        ProjectStatus status,
        LocalDate statusSince,
        @Nullable String leadOrganisation,
        @Nullable String leadName,
        List<Partner> partners,
        @Nullable String fund,
        @Nullable String callId,
        @Nullable String callKey,
        @Nullable UUID grantId,
        @Nullable String applicationId,
        List<String> themes,
        List<String> memberStates,
        List<String> partnerCountries,
        @Nullable String region,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        GranteeStanding granteeStanding,
        @Nullable String predecessor,
        @Nullable String reason,
        @Nullable LocalDate effectiveOn,
        @Nullable List<ProjectMeans> classifications,
        @Nullable ReportFacts report) {

    static ProjectFacts of(
            ProjectView p,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable List<ProjectMeans> classifications) {
        return new ProjectFacts(
                p.id(),
                p.code(),
                p.reference(),
                p.acronym(),
                p.title(),
                p.summary(),
                p.kind(),
                p.status(),
                p.statusSince(),
                p.leadOrganisation(),
                p.leadName(),
                p.partners(),
                p.fund(),
                p.callId(),
                p.callKey(),
                p.grantId(),
                p.applicationId(),
                p.themes(),
                p.memberStates(),
                p.partnerCountries(),
                p.region(),
                p.startDate(),
                p.endDate(),
                p.granteeStanding(),
                p.predecessor(),
                reason,
                effectiveOn,
                classifications,
                null);
    }

    ProjectFacts with(ReportFacts told) {
        return new ProjectFacts(
                projectId,
                code,
                reference,
                acronym,
                title,
                summary,
                kind,
                status,
                statusSince,
                leadOrganisation,
                leadName,
                partners,
                fund,
                callId,
                callKey,
                grantId,
                applicationId,
                themes,
                memberStates,
                partnerCountries,
                region,
                startDate,
                endDate,
                granteeStanding,
                predecessor,
                reason,
                effectiveOn,
                classifications,
                told);
    }
}

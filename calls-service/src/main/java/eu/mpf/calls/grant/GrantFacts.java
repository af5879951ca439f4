package eu.mpf.calls.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every event of a grant carries: everything a project is made from. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GrantFacts(
        UUID grantId,
        String reference,
        UUID applicationId,
        UUID callId,
        String callKey,
        String fund,
        @Nullable String lot,
        LocalizedText title,
        @Nullable String acronym,
        @Nullable LocalizedText summary,
        String leadOrganisation,
        List<Action.Participant> partners,
        List<String> memberStates,
        List<String> partnerCountries,
        @Nullable String region,
        List<String> themes,
        Money total,
        Money euShare,
        String rate,
        @Nullable String maximumRate,
        @Nullable String maximumIndirectRate,
        List<Action.Cost> budget,
        @Nullable LocalDate startDate,
        @Nullable Integer durationMonths,
        Instant awardedAt,
        GrantStatus status,
        @Nullable String reason) {

    static final String TOPIC = "mpf.calls.grant.v1";

    static OutgoingEvent awarded(Grant grant) {
        return event(grant, "eu.mpf.calls.grant.awarded.v1");
    }

    static OutgoingEvent withdrawn(Grant grant) {
        return event(grant, "eu.mpf.calls.grant.withdrawn.v1");
    }

    private static OutgoingEvent event(Grant grant, String type) {
        Action action = grant.action();
        GrantFacts facts = new GrantFacts(
                grant.id(),
                grant.reference(),
                grant.applicationId(),
                grant.callId(),
                grant.callKey(),
                grant.fund(),
                grant.lot().isEmpty() ? null : grant.lot(),
                action.title(),
                action.acronym(),
                action.summary(),
                grant.organisation(),
                action.partners(),
                action.memberStates(),
                action.partnerCountries(),
                action.region(),
                action.themes(),
                grant.total(),
                grant.euShare(),
                grant.rate().toPlainString(),
                action.maximumRate(),
                action.maximumIndirectRate(),
                action.budget(),
                action.startDate(),
                action.durationMonths(),
                grant.awardedAt(),
                grant.status(),
                grant.reason());
        return new OutgoingEvent(TOPIC, type, grant.id().toString(), grant.version(), facts);
    }
}

package eu.mpf.projects.project.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An award as the calls service tells it; only what becomes part of a project. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Grant(
        UUID grantId,
        String reference,
        @Nullable String applicationId,
        @Nullable String callId,
        @Nullable String callKey,
        @Nullable String fund,
        LocalizedText title,
        @Nullable String acronym,
        @Nullable LocalizedText summary,
        @Nullable String leadOrganisation,
        @Nullable List<Member> partners,
        @Nullable List<String> memberStates,
        @Nullable List<String> partnerCountries,
        @Nullable String region,
        @Nullable List<String> themes,
        @Nullable Money total,
        @Nullable Money euShare,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal maximumRate,
        @Nullable BigDecimal maximumIndirectRate,
        @Nullable List<Line> budget,
        @Nullable LocalDate startDate,
        @Nullable Integer durationMonths,
        Instant awardedAt,
        @Nullable String reason) {

    /** What is planned for a heading; without an amount it is unknown. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(@Nullable String heading, @Nullable Money amount) {}

    /** A body of the consortium. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Member(
            @Nullable String organisation,
            @Nullable String name,
            @Nullable String role) {}
}

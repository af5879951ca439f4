package eu.mpf.calls.eligibility;

import java.util.List;
import java.util.Map;

/**
 * What a rule may ask about. Amounts are whole cents; absent text is empty, an absent number is 0, so a rule never meets null.
 * The components of these records are the fields an expression may name: anything else is refused when the call is published.
 */
public record Facts(ApplicationFacts application, FundFacts fund, CallFacts call) {

    /** @param headings cents per budget heading; every heading is present, 0 when unused */
    public record ApplicationFacts(
            String stage,
            String title,
            String fund,
            String lot,
            String strand,
            String region,
            List<String> activities,
            List<String> themes,
            List<String> memberStates,
            List<String> partnerCountries,
            long total,
            long euShare,
            long durationMonths,
            Map<String, Long> headings,
            LeadFacts lead,
            List<PartnerFacts> partners,
            List<LetterFacts> letters,
            List<AttachmentFacts> attachments) {}

    /** @param memberState whether the lead's country is a Member State of the Union */
    public record LeadFacts(
            String organisation,
            String name,
            String country,
            String kind,
            boolean memberState,
            boolean centralGovernment) {}

    public record PartnerFacts(String organisation, String country, String kind, String role, boolean confirmed) {}

    public record LetterFacts(String kind, String country, boolean centralInstitution) {}

    /** @param size bytes; {@code kind} is the code the call gave it */
    public record AttachmentFacts(String kind, String mediaType, long size) {}

    /** @param minimumGrant cents, 0 when the fund sets none; {@code maximumGrant} likewise */
    public record FundFacts(
            String code, String maximumRate, long minimumGrant, long maximumGrant, List<String> activities) {}

    /** @param lists named lists of the call, for example the signatories of a mobility partnership */
    public record CallFacts(String key, long edition, Map<String, List<String>> lists) {}
}

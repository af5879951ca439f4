package eu.mpf.calls.search;

import eu.mpf.calls.call.AskedCodes;
import eu.mpf.calls.call.CallStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A search somebody keeps. Whose it is, the token tells; it is nobody else's to see. */
public record SavedSearch(UUID id, Terms terms, Instant createdAt, Instant updatedAt, long version) {

    /**
     * What its owner may change.
     *
     * @param frequency a mail as soon as something matches, or one a day with all of it
     */
    @Schema(name = "SavedSearchTerms")
    public record Terms(
            @Schema(examples = "Open BMVI calls") @NotBlank @Size(max = 200)
            String name,

            @NotNull @Valid Criteria criteria,
            @NotNull Frequency frequency) {

        /** The same with funds and regions in codes, as they stand in the calls. */
        Terms in(AskedCodes codes) {
            Criteria coded = new Criteria(
                    criteria.q(),
                    criteria.status(),
                    codes.funds(criteria.fund()),
                    codes.regions(criteria.region()),
                    codes.themes(criteria.theme()),
                    codes.countries(criteria.country()),
                    codes.applicantKinds(criteria.applicantKind()),
                    criteria.deadlineAfter(),
                    criteria.deadlineBefore());
            return new Terms(name, coded, frequency);
        }
    }

    /** What a call has to be like; absent parts ask nothing. The same as the filters of the list of calls. */
    public record Criteria(
            @Nullable @Size(max = 200) String q,
            @Size(max = 10) List<CallStatus> status,
            @Size(max = 20) List<String> fund,
            @Size(max = 50) List<String> region,
            @Size(max = 50) List<String> theme,
            @Size(max = 50) List<String> country,
            @Size(max = 20) List<String> applicantKind,
            @Nullable Instant deadlineAfter,
            @Nullable Instant deadlineBefore) {

        public Criteria {
            status = status == null ? List.of() : List.copyOf(status);
            fund = fund == null ? List.of() : List.copyOf(fund);
            region = region == null ? List.of() : List.copyOf(region);
            theme = theme == null ? List.of() : List.copyOf(theme);
            country = country == null ? List.of() : List.copyOf(country);
            applicantKind = applicantKind == null ? List.of() : List.copyOf(applicantKind);
        }
    }

    /** How often its owner wants to hear of matches. */
    public enum Frequency {
        IMMEDIATE,
        DAILY
    }

    /** A call that came to match; {@code toldAt} is absent until the mail is queued. */
    @Schema(name = "SavedSearchMatch")
    public record Match(
            UUID callId,
            String key,
            Instant matchedAt,
            @Nullable Instant toldAt) {}
}

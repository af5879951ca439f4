package eu.mpf.calls.grant;

import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is financed, as it was when it was awarded.
 *
 * @param budget the costs by heading; empty for what was awarded before they were kept here
 * @param maximumRate the most the fund pays of the total, in per cent
 * @param maximumIndirectRate the most that counts as indirect costs, in per cent of the direct costs; no limit when absent
 */
public record Action(
        LocalizedText title,
        @Nullable String acronym,
        @Nullable LocalizedText summary,
        List<Participant> partners,
        List<String> memberStates,
        List<String> partnerCountries,
        @Nullable String region,
        List<String> themes,
        @Nullable LocalDate startDate,
        @Nullable Integer durationMonths,
        List<Cost> budget,
        @Nullable String maximumRate,
        @Nullable String maximumIndirectRate) {

    public Action {
        budget = budget == null ? List.of() : List.copyOf(budget);
    }

    /** What the action costs under one heading. */
    public record Cost(String heading, Money amount) {}

    /** A body that takes part, by its code. */
    public record Participant(String organisation, @Nullable String name, String role) {}
}

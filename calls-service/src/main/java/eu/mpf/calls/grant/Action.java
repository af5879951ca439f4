package eu.mpf.calls.grant;

import eu.mpf.web.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is financed, as it was when it was awarded. */
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
        @Nullable Integer durationMonths) {

    /** A body that takes part, by its code. */
    public record Participant(String organisation, @Nullable String name, String role) {}
}

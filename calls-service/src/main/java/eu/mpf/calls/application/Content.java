package eu.mpf.calls.application;

import eu.mpf.calls.eligibility.BudgetHeading;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Countries;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant writes. Anything may be missing in a draft; what must be there is asked when it is handed in.
 *
 * @param fund the one fund that finances the action
 * @param budget the costs; their sum is the total
 * @param euShare what the fund is asked for
 * @param answers free answers by the call's question codes
 */
public record Content(
        @Nullable @Size(max = 60) String acronym,
        @Nullable LocalizedText title,
        @Nullable LocalizedText summary,
        @Nullable String strand,
        @Schema(examples = "BMVI") @Nullable String fund,
        @Nullable String lot,
        @Nullable @Valid LeadApplicant lead,
        @Size(max = 50) List<String> activities,
        @Size(max = 50) List<String> themes,
        @Size(max = 30) List<String> memberStates,
        @Size(max = 60) List<String> partnerCountries,
        @Nullable String region,
        @Nullable LocalDate startDate,
        @Nullable @Positive Integer durationMonths,
        @Valid @Size(max = 500) List<BudgetLine> budget,
        @Nullable @Valid Money euShare,
        @Valid @Size(max = 50) List<Letter> letters,
        @Size(max = 100) Map<String, @Size(max = 20_000) String> answers) {

    public Content {
        activities = activities == null ? List.of() : List.copyOf(activities);
        themes = themes == null ? List.of() : List.copyOf(themes);
        memberStates = memberStates == null ? List.of() : List.copyOf(memberStates);
        partnerCountries = partnerCountries == null ? List.of() : List.copyOf(partnerCountries);
        budget = budget == null ? List.of() : List.copyOf(budget);
        letters = letters == null ? List.of() : List.copyOf(letters);
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }

    public static Content empty() {
        return new Content(
                null, null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), null, null, null,
                List.of(), null, List.of(), Map.of());
    }

    /** The sum of the budget; nothing while there is no line, for unknown is not zero. */
    public Optional<Money> total() {
        return budget.stream().map(BudgetLine::amount).reduce(Money::plus);
    }

    /** The costs of each heading that has any. */
    public Map<BudgetHeading, Money> byHeading() {
        Map<BudgetHeading, Money> headings = new EnumMap<>(BudgetHeading.class);
        budget.forEach(line -> headings.merge(line.heading(), line.amount(), Money::plus));
        return headings;
    }

    /** The same with one ISO code per country, whatever alias was written; an unknown country is refused with its pointer. */
    Content canonical() {
        Violations faults = new Violations();
        List<String> members = countries("/content/memberStates", memberStates, faults);
        List<String> partners = countries("/content/partnerCountries", partnerCountries, faults);
        LeadApplicant canonicalLead = lead == null || lead.country() == null
                ? lead
                : new LeadApplicant(
                        lead.name(),
                        country("/content/lead/country", lead.country(), faults),
                        lead.kind(),
                        lead.centralGovernment());
        List<Letter> canonicalLetters = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            String country = letter.country();
            canonicalLetters.add(
                    country == null
                            ? letter
                            : new Letter(
                                    letter.kind(),
                                    country("/content/letters/" + i + "/country", country, faults),
                                    letter.centralInstitution()));
        }
        if (budget.stream().map(line -> line.amount().currency()).distinct().count() > 1) {
            faults.add("/content/budget", "mixed-currencies", "a budget is in one currency");
        }
        for (int i = 0; i < budget.size(); i++) {
            faults.check(
                    !budget.get(i).amount().isNegative(),
                    "/content/budget/" + i + "/amount",
                    "negative",
                    "not below zero");
        }
        faults.throwIfAny();
        return new Content(
                acronym,
                title,
                summary,
                strand,
                fund,
                lot,
                canonicalLead,
                activities,
                themes,
                members,
                partners,
                region,
                startDate,
                durationMonths,
                budget,
                euShare,
                canonicalLetters,
                answers);
    }

    Content withBudget(List<BudgetLine> lines, @Nullable Money share) {
        return new Content(
                acronym,
                title,
                summary,
                strand,
                fund,
                lot,
                lead,
                activities,
                themes,
                memberStates,
                partnerCountries,
                region,
                startDate,
                durationMonths,
                lines,
                share,
                letters,
                answers);
    }

    private static List<String> countries(String pointer, List<String> written, Violations faults) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            codes.add(country(pointer + "/" + i, written.get(i), faults));
        }
        return codes.stream().distinct().toList();
    }

    private static String country(String pointer, String written, Violations faults) {
        try {
            return Countries.canonical(written);
        } catch (IllegalArgumentException e) {
            faults.add(pointer, "unknown-country", "not a country: " + written);
            return written;
        }
    }
}

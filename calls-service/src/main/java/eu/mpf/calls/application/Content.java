package eu.mpf.calls.application;

import eu.mpf.calls.eligibility.BudgetHeading;
import eu.mpf.web.codelist.CodeCheck;
import eu.mpf.web.problem.Violations;
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
        @Size(max = 500) List<@Valid BudgetLine> budget,
        @Nullable @Valid Money euShare,
        @Size(max = 50) List<@Valid Letter> letters,
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

    /** The same in codes, whatever aliases were written; what is wrong is added to the violations with its pointer. */
    Content canonical(CodeCheck codes, Violations faults) {
        List<Letter> canonicalLetters = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            String country = letter.country();
            canonicalLetters.add(
                    country == null
                            ? letter
                            : new Letter(
                                    letter.kind(),
                                    codes.country(country, "/content/letters/" + i + "/country"),
                                    letter.centralInstitution()));
        }
        budget(faults);
        return new Content(
                acronym,
                title,
                summary,
                strand,
                codes.optional("funds", fund, "/content/fund"),
                lot,
                lead == null ? null : lead.canonical(codes),
                activities,
                codes.codes("themes", themes, "/content/themes"),
                codes.countries(memberStates, "/content/memberStates"),
                codes.countries(partnerCountries, "/content/partnerCountries"),
                codes.optional("regions", region, "/content/region"),
                startDate,
                durationMonths,
                budget,
                euShare,
                canonicalLetters,
                answers);
    }

    private void budget(Violations faults) {
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
}

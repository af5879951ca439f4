package eu.mpf.calls.application;

import static eu.mpf.calls.call.TermsOfCall.fund;
import static eu.mpf.calls.call.TermsOfCall.lot;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.call.DeadlineModel;
import eu.mpf.calls.call.Scope;
import eu.mpf.calls.call.Strand;
import eu.mpf.calls.call.TermsOfCall;
import eu.mpf.calls.eligibility.BudgetHeading;
import eu.mpf.calls.eligibility.RuleFailure;
import eu.mpf.calls.fund.Purse;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C11")
class FormCheckTest {
    private static final LocalizedText TITLE = LocalizedText.of("en", "Joint border surveillance");

    private final TermsOfCall terms = new TermsOfCall();
    private String leadKind = "PUBLIC_AUTHORITY";
    private Content content =
            written(TITLE, "BMVI", null, "100000.00").withBudget(budget("100000.00"), share("95000.00"));

    @Test
    void whatIsCompleteAndWithinTheRateOfItsFundHasNothingToMend() {
        assertThat(failures()).isEmpty();
    }

    @Test
    void anApplicationHasATitleAndOneStrandOfTheCall() {
        content = written(null, "BMVI", null, "100000.00");
        assertThat(failures()).containsExactly("form.title /content/title");
        content = written(TITLE, "BMVI", null, "100000.00");
        terms.strands = List.of(new Strand("migration", TITLE));
        assertThat(failures()).containsExactly("form.strand /content/strand");
        terms.strands = List.of(new Strand("migration", TITLE), new Strand("borders", TITLE));
        assertThat(failures()).isEmpty();
    }

    @Test
    @Tag("C4")
    void oneActionIsFinancedFromOneFundAndOneOfItsLots() {
        content = written(TITLE, "ISF", null, "100000.00");
        assertThat(failures()).containsExactly("form.fund /content/fund");
        content = written(TITLE, null, null, "100000.00");
        assertThat(failures()).containsExactly("form.fund /content/fund");
        terms.funds = List.of(fund("BMVI", lot("north", "1000000.00")));
        content = written(TITLE, "BMVI", null, "100000.00");
        assertThat(failures()).containsExactly("form.lot /content/lot");
        content = written(TITLE, "BMVI", "north", "100000.00");
        assertThat(failures()).isEmpty();
    }

    @Test
    @Tag("C3")
    void aSpentFundTakesNothingMoreFromARollingCallOnly() {
        Purse purse = new Purse("BMVI", "");
        assertThat(failures(purse)).as("one deadline").isEmpty();
        terms.model = DeadlineModel.ROLLING_UNTIL_DEPLETED;
        assertThat(failures(purse)).containsExactly("fund.depleted /content/fund");
        assertThat(failures(new Purse("ISF", ""))).isEmpty();
    }

    @Test
    void aFundMayFinanceSomeActivitiesAndNoOthers() {
        terms.funds = List.of(fund("BMVI", null, null, null, List.of("training", "equipment")));
        assertThat(failures()).isEmpty();
        terms.funds = List.of(fund("BMVI", null, null, null, List.of("equipment")));
        assertThat(failures()).containsExactly("fund.activities /content/activities");
        terms.funds = List.of(fund("BMVI", null, null, null, List.of("training")));
        content = Content.empty();
        content = new Content(
                null,
                TITLE,
                null,
                null,
                "BMVI",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                budget("100000.00"),
                share("95000.00"),
                List.of(),
                Map.of());
        assertThat(failures()).as("none named").containsExactly("fund.activities /content/activities");
    }

    @Test
    void aBudgetAndAShareAreInTheCurrencyOfTheFund() {
        content = content.withBudget(List.of(), null);
        assertThat(failures()).containsExactly("form.budget /content/budget", "form.eu-share /content/euShare");
        content = content.withBudget(budget("100000.00"), null);
        assertThat(failures()).containsExactly("form.eu-share /content/euShare");
        content = content.withBudget(budget("100000.00"), new Money(new java.math.BigDecimal(1), "SEK"));
        assertThat(failures()).containsExactly("form.currency /content/budget");
        content = content.withBudget(
                List.of(new BudgetLine(BudgetHeading.STAFF, null, new Money(new java.math.BigDecimal(1), "SEK"))),
                share("1.00"));
        assertThat(failures()).containsExactly("form.currency /content/budget");
    }

    @Test
    @Tag("C5")
    void theShareStaysWithinTheRateToTheCent() {
        content = content.withBudget(budget("178512.92"), share("169587.27"));
        assertThat(failures()).isEmpty();
        content = content.withBudget(budget("178512.92"), share("169587.28"));
        assertThat(failures()).containsExactly("fund.rate /content/euShare");
        content = content.withBudget(budget("178512.92"), share("0.00"));
        assertThat(failures()).containsExactly("form.eu-share /content/euShare");
        content = content.withBudget(budget("178512.92"), share("0.01"));
        assertThat(failures()).isEmpty();
    }

    @Test
    @Tag("C5")
    void aGrantLiesBetweenTheLeastAndTheMostOfItsFund() {
        terms.funds = List.of(fund("BMVI", null, "50000.00", "90000.00", List.of()));
        content = content.withBudget(budget("100000.00"), share("50000.00"));
        assertThat(failures()).isEmpty();
        content = content.withBudget(budget("100000.00"), share("49999.99"));
        assertThat(failures()).containsExactly("fund.minimum-grant /content/euShare");
        content = content.withBudget(budget("100000.00"), share("90000.00"));
        assertThat(failures()).isEmpty();
        content = content.withBudget(budget("100000.00"), share("90000.01"));
        assertThat(failures()).containsExactly("fund.maximum-grant /content/euShare");
    }

    @Test
    @Tag("C5")
    void indirectCostsAreAPartOfTheDirectOnes() {
        terms.funds = List.of(fund("BMVI", "7.00", null, null, List.of()));
        content = content.withBudget(withIndirect("100000.00", "7000.00"), share("1000.00"));
        assertThat(failures()).isEmpty();
        content = content.withBudget(withIndirect("100000.00", "7000.01"), share("1000.00"));
        assertThat(failures()).containsExactly("fund.indirect-rate /content/budget");
        content = content.withBudget(budget("100000.00"), share("1000.00"));
        assertThat(failures()).as("none at all").isEmpty();
    }

    @Test
    @Tag("C6")
    void aCallIsOpenToTheLanguagesCountriesRegionsAndKindsOfBodyItNames() {
        terms.scope = new Scope(List.of(), List.of(), List.of("MD", "GE"), List.of("PUBLIC_AUTHORITY"), List.of("en"));
        terms.regions = List.of("eastern-partnership");
        assertThat(failures()).isEmpty();
        terms.scope = new Scope(List.of(), List.of(), List.of("GE"), List.of("CIVIL_SOCIETY"), List.of("fr", "de"));
        terms.regions = List.of("west-africa");
        assertThat(failures())
                .containsExactlyInAnyOrder(
                        "scope.language /content/title",
                        "scope.country /content/partnerCountries",
                        "scope.region /content/region",
                        "scope.applicant-kind /content/lead/kind");
        leadKind = "CIVIL_SOCIETY";
        assertThat(failures()).doesNotContain("scope.applicant-kind /content/lead/kind");
    }

    private List<String> failures(Purse... depleted) {
        return FormCheck.of(terms.call(depleted), terms.build(), content, leadKind).stream()
                .map((RuleFailure failure) -> failure.ruleId() + " " + failure.pointer())
                .toList();
    }

    private static Content written(
            @Nullable LocalizedText title, @Nullable String fund, @Nullable String lot, String total) {
        return Applying.written(title, fund, lot, budget(total));
    }

    private static List<BudgetLine> budget(String total) {
        return List.of(new BudgetLine(BudgetHeading.STAFF, null, Money.euro(total)));
    }

    private static List<BudgetLine> withIndirect(String direct, String indirect) {
        return List.of(
                new BudgetLine(BudgetHeading.STAFF, null, Money.euro(direct)),
                new BudgetLine(BudgetHeading.INDIRECT, null, Money.euro(indirect)));
    }

    private static Money share(String amount) {
        return Money.euro(amount);
    }
}

package eu.mpf.calls.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C6")
class RuleEngineTest {

    private static final RuleEngine ENGINE = new RuleEngine();
    static final Words WORDS = new Words(
            Map.of(
                    "CallFacts.lists",
                    Set.of("signatories"),
                    "ApplicationFacts.headings",
                    Set.of("STAFF", "INDIRECT"),
                    "ApplicationFacts.fund",
                    Set.of("BMVI", "ISF"),
                    "ApplicationFacts.activities",
                    Set.of("training"),
                    "PartnerFacts.role",
                    Set.of("CO_APPLICANT")),
            List.of(facts(100, 95)));
    private static final String RATE = "application.euShare <= share(application.total, fund.maximumRate)";

    /** Fault F17: 169587.27 of 178512.92 at 95 %. */
    @Test
    void theExactEdgeOfTheRatePassesAndOneCentMoreFails() {
        assertThat(failed(RATE, facts(17_851_292, 16_958_727))).isEmpty();
        assertThat(failed(RATE, facts(17_851_292, 16_958_728))).containsExactly("rule");
    }

    @Test
    void aMisspeltNameAWrongTypeAndBrokenSyntaxAreFoundBeforeAnybodyApplies() {
        assertThat(fault("application.totl > 1"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("totl"));
        assertThat(fault("application.partners.all(p, p.confirmd)")).isPresent();
        assertThat(fault("application.total")).isPresent();
        assertThat(fault("application.total >")).isPresent();
        assertThat(fault("system.exit(1)")).isPresent();
        assertThat(fault(RATE)).isEmpty();
    }

    private static java.util.Optional<String> fault(String expression) {
        return ENGINE.fault(rule(expression, null), WORDS);
    }

    @Test
    void theMessageNamesThePlaceInTheExpression() {
        assertThat(fault("application.totl > 1"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("1:12"));
        assertThat(fault("application.title > 1"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("1:19"));
    }

    @Test
    void aListThatTheCallDoesNotHaveIsFoundBeforeAnybodyApplies() {
        assertThat(fault("'LV' in call.lists['signatories']")).isEmpty();
        assertThat(fault("'LV' in call.lists['signatorys']")).hasValue("'signatorys' is none of lists: signatories");
        assertThat(fault("'LV' in call.lists.signatorys")).hasValue("'signatorys' is none of lists: signatories");
    }

    /** Types do not show it, and it would be false, or fail, for every applicant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application.headings.STAF > 0",
                "application.headings['STAF'] > 0",
                "has(application.headings.STAF)",
                "'STAF' in application.headings",
                "application.fund == 'BMVY'",
                "'BMVY' != application.fund",
                "application.fund in ['BMVI', 'BMVY']",
                "application.fund == 'ISF' ? true : application.fund == 'BMVY'",
                "'trainings' in application.activities",
                "application.partners.all(p, p.role == 'CO-APPLICANT')",
                "application.partners.exists(p, p.role in ['LEAD'])"
            })
    void aWordThatTheCallDoesNotKnowIsFoundBeforeAnybodyApplies(String expression) {
        assertThat(fault(expression))
                .hasValueSatisfying(reason -> assertThat(reason).contains("is none of"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application.headings.STAFF + application.headings['INDIRECT'] >= 0",
                "application.fund == '' || application.fund in ['BMVI', 'ISF']",
                "'training' in application.activities || application.themes.exists(t, t == 'anything')",
                "application.partners.all(p, p.role == 'CO_APPLICANT' && p.organisation != 'anybody')"
            })
    void aWordThatTheCallKnowsOrThatMayBeAnythingIsNoFault(String expression) {
        assertThat(ENGINE.fault(rule(expression, null), new Words(WORDS.known(), List.of())))
                .isEmpty();
    }

    @Test
    void aRuleThatCannotBeAskedOfATypicalApplicationIsFoundBeforeAnybodyApplies() {
        assertThat(fault("application.headings[application.fund] > 0"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("BMVI"));
        assertThat(fault("application.total / (application.euShare - application.euShare) > 0"))
                .isPresent();
        assertThat(fault("application.partners[1].confirmed")).isPresent();
        assertThat(fault("application.euShare <= share(application.total, application.title)"))
                .isPresent();
        assertThat(fault("application.partners[0].confirmed")).isEmpty();
        // It is tried only in the stages in which it will be asked.
        assertThat(ENGINE.fault(rule("application.partners[1].confirmed", Set.of(Stage.CONCEPT_NOTE)), WORDS))
                .isEmpty();
    }

    /** Short to write, and a billion digits once it is written out: nobody waits for them. */
    @Test
    @Timeout(20)
    void anAmountOrARateOfABillionDigitsIsRefusedAtOnce() {
        assertThat(fault("cents('1e999999999') > 0")).hasValue("not an amount: '1e999999999'");
        assertThat(fault("share(1, '1e-999999999') >= 0")).hasValue("not a rate: '1e-999999999'");
        assertThat(fault("cents('1e99999' + '9999') > 0")).isPresent();
        assertThat(fault("share(1, '1e-99999' + '9999') >= 0")).isPresent();
        assertThat(fault("cents('999999999999999.99') > 0")).isEmpty();
        assertThat(fault("share(1, '99.500000000') >= 0")).isEmpty();
    }

    @Test
    void aRateOrAnAmountThatIsNoneIsFoundBeforeAnybodyApplies() {
        assertThat(fault("application.euShare <= share(application.total, 'most')"))
                .hasValue("not a rate: 'most'");
        assertThat(fault("application.euShare <= share(application.total, '195')"))
                .isPresent();
        assertThat(fault("application.euShare >= cents('1.005')")).isPresent();
        assertThat(fault("application.euShare >= cents('EUR 5')")).hasValue("not an amount: 'EUR 5'");
    }

    @Test
    void aRuleThatCostsMoreTheLongerTheListsAreIsRefused() {
        String two = "application.partners.all(p, application.letters.exists(l, l.country == p.country))";
        assertThat(fault(two)).isEmpty();
        String three =
                "application.partners.all(a, application.partners.all(b, application.partners.all(c, a.country != b.country || b.country != c.country)))";
        assertThat(fault(three)).hasValueSatisfying(reason -> assertThat(reason).startsWith("too costly"));
    }

    @Test
    void aRuleThatCannotBeEvaluatedDoesNotHoldAndSaysWhy() {
        List<RuleFailure> failures = ENGINE.failures(
                List.of(rule("'LV' in call.lists['nowhere']", null)), Stage.FULL_APPLICATION, facts(100, 95));
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure.note()).contains("nowhere"));
    }

    @Test
    void aRuleIsAskedOnlyInItsStages() {
        List<Rule> rules = List.of(rule("false", Set.of(Stage.FULL_APPLICATION)));
        assertThat(ENGINE.failures(rules, Stage.CONCEPT_NOTE, facts(100, 95))).isEmpty();
        assertThat(ENGINE.failures(rules, Stage.FULL_APPLICATION, facts(100, 95)))
                .hasSize(1);
    }

    @Test
    void listsOfTheCallAndHeadingsOfTheBudgetCanBeAsked() {
        assertThat(failed("application.lead.country in call.lists['signatories']", facts(100, 95)))
                .isEmpty();
        assertThat(failed("application.headings.INDIRECT <= share(application.total, '7')", facts(100, 95)))
                .isEmpty();
        assertThat(failed("application.letters.exists(l, l.centralInstitution && l.country == 'MD')", facts(100, 95)))
                .isEmpty();
        assertThat(failed("application.euShare >= cents('200000')", facts(100, 95)))
                .isNotEmpty();
    }

    @Property(tries = 200)
    void aShareIsRoundedHalfUpToTheCent(@ForAll @LongRange(min = 0, max = 1_000_000_000_00L) long total) {
        BigDecimal exact = BigDecimal.valueOf(total, 2).multiply(new BigDecimal("0.95"));
        long edge = Cents.of(new Money(exact.setScale(2, java.math.RoundingMode.HALF_UP), "EUR"));
        assertThat(failed(RATE, facts(total, edge))).isEmpty();
        assertThat(failed(RATE, facts(total, edge + 1))).isNotEmpty();
    }

    private static List<String> failed(String expression, Facts facts) {
        return ENGINE.failures(List.of(rule(expression, null)), Stage.FULL_APPLICATION, facts).stream()
                .map(RuleFailure::ruleId)
                .toList();
    }

    private static Rule rule(String expression, @org.jspecify.annotations.Nullable Set<Stage> stages) {
        return new Rule("rule", stages, LocalizedText.of("en", "As the guidelines say."), "1", expression, "/content");
    }

    static Facts facts(long total, long euShare) {
        return new Facts(
                new Facts.ApplicationFacts(
                        "FULL_APPLICATION",
                        "Title",
                        "BMVI",
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        List.of("LV"),
                        List.of("MD"),
                        total,
                        euShare,
                        24,
                        Map.of("INDIRECT", 7L),
                        new Facts.LeadFacts("LV-SBG", "Guard", "LV", "PUBLIC_AUTHORITY", true, true),
                        List.of(new Facts.PartnerFacts("LT-SBGS", "LT", "PUBLIC_AUTHORITY", "CO_APPLICANT", true)),
                        List.of(new Facts.LetterFacts("PARTNER_COUNTRY", "MD", true)),
                        List.of(new Facts.AttachmentFacts("DECLARATION", "application/pdf", 1_000))),
                new Facts.FundFacts("BMVI", "95.00", 0, 0, List.of()),
                new Facts.CallFacts("KEY", 1, Map.of("signatories", List.of("LV"))));
    }
}

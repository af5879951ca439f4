package eu.mpf.calls.call;

import static eu.mpf.calls.call.TermsOfCall.LAST;
import static eu.mpf.calls.call.TermsOfCall.fund;
import static eu.mpf.calls.call.TermsOfCall.lot;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.application.Partner;
import eu.mpf.calls.eligibility.Rule;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.scoring.BalanceRule;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C2")
class TermsCheckTest {
    private final TermsOfCall terms = new TermsOfCall();

    @Test
    void soundTermsHaveNoFault() {
        assertThat(terms.faults()).isEmpty();
    }

    @Test
    @Tag("C3")
    void everyDeadlineModelSaysHowManyDeadlinesOfWhichStageItHas() {
        Map<DeadlineModel, Set<String>> fitting = new EnumMap<>(DeadlineModel.class);
        for (DeadlineModel model : DeadlineModel.values()) {
            for (int concepts = 0; concepts <= 2; concepts++) {
                for (int full = 0; full <= 2; full++) {
                    for (boolean note : new boolean[] {false, true}) {
                        TermsOfCall tried = new TermsOfCall();
                        tried.model = model;
                        tried.conceptNote = note;
                        tried.deadlines = deadlines(concepts, full);
                        if (tried.faults().isEmpty()) {
                            fitting.computeIfAbsent(model, each -> new TreeSet<>())
                                    .add(concepts + "+" + full + (note ? " note" : ""));
                        }
                    }
                }
            }
        }
        assertThat(fitting.get(DeadlineModel.SINGLE_STAGE)).containsExactly("0+1");
        assertThat(fitting.get(DeadlineModel.TWO_STAGE)).containsExactly("1+1 note");
        assertThat(fitting.get(DeadlineModel.CUT_OFFS)).hasSize(16).noneMatch(each -> each.startsWith("0+0"));
        assertThat(fitting.get(DeadlineModel.ROLLING_UNTIL_DEPLETED))
                .containsExactly("0+0", "0+0 note", "0+1", "0+1 note", "1+0", "1+0 note");
    }

    @Test
    @Tag("C3")
    void theConceptNoteIsDueBeforeTheFullApplication() {
        terms.model = DeadlineModel.TWO_STAGE;
        terms.conceptNote = true;
        terms.deadlines = List.of(new Deadline(Stage.CONCEPT_NOTE, LAST), new Deadline(Stage.FULL_APPLICATION, LAST));
        assertThat(terms.faults()).containsExactly("/deadlines deadline-model");
    }

    @Test
    void aCallOpensBeforeItCloses() {
        terms.opens = LAST;
        assertThat(terms.faults()).containsExactly("/opensLocal opens-late");
        terms.opens = LAST.minusNanos(1_000_000);
        assertThat(terms.faults()).isEmpty();
        terms.opens = null;
        assertThat(terms.faults()).isEmpty();
    }

    @Test
    void aTimeTheClocksSkipOrShowTwiceIsNoTime() {
        terms.opens = LocalDateTime.of(2030, 3, 31, 2, 30);
        terms.questionsUntil = LocalDateTime.of(2029, 10, 28, 2, 30);
        terms.deadlines = List.of(new Deadline(Stage.FULL_APPLICATION, LocalDateTime.of(2030, 10, 27, 2, 30)));
        assertThat(terms.faults())
                .containsExactly(
                        "/opensLocal ambiguous-time",
                        "/questionsUntilLocal ambiguous-time",
                        "/deadlines/0/local ambiguous-time");
    }

    @Test
    void aDeadlineIsPrintedToTheMillisecond() {
        terms.deadlines = List.of(new Deadline(Stage.FULL_APPLICATION, LAST.plusNanos(1)));
        assertThat(terms.faults()).containsExactly("/deadlines/0/local too-fine");
        terms.deadlines = List.of(new Deadline(Stage.FULL_APPLICATION, LAST.plusNanos(1_000_000)));
        assertThat(terms.faults()).isEmpty();
    }

    @Test
    @Tag("C4")
    void moneyIsThereOnceAndItsLotsAddUp() {
        terms.funds = List.of();
        assertThat(terms.faults()).containsExactly("/funds no-fund");
        terms.funds = List.of(fund("BMVI"), fund("BMVI"));
        assertThat(terms.faults()).containsExactly("/funds/1/code duplicate");
        terms.funds = List.of(fund("BMVI").withEnvelope("", Money.zero("EUR")));
        assertThat(terms.faults()).containsExactly("/funds/0/envelope empty");
        terms.funds = List.of(fund("BMVI", lot("north", "600000.00"), lot("south", "400000.00")));
        assertThat(terms.faults()).isEmpty();
        terms.funds = List.of(fund("BMVI", lot("north", "600000.00"), lot("south", "400000.01")));
        assertThat(terms.faults()).containsExactly("/funds/0/lots lots-sum");
        terms.funds = List.of(fund("BMVI", lot("north", "500000.00"), lot("north", "500000.00")));
        assertThat(terms.faults()).containsExactly("/funds/0/lots duplicate");
    }

    @Test
    @Tag("C4")
    void allMoneyOfAFundIsInOneCurrencyAndNoneOfItBelowZero() {
        Money dollars = new Money(new BigDecimal("1000.00"), "USD");
        terms.funds = List.of(fund("ISF"), limits(dollars, dollars, dollars));
        assertThat(terms.faults())
                .containsExactly(
                        "/funds/1/minimumGrant/currency other-currency",
                        "/funds/1/maximumGrant/currency other-currency",
                        "/funds/1/depletedBelow/currency other-currency");
        terms.funds = List.of(limits(Money.euro("2.00"), Money.euro("1.99"), Money.euro("-0.01")));
        assertThat(terms.faults())
                .containsExactly("/funds/0/depletedBelow negative", "/funds/0/minimumGrant contradiction");
        terms.funds = List.of(limits(Money.euro("2.00"), Money.euro("2.00"), Money.euro("0.00")));
        assertThat(terms.faults()).isEmpty();
    }

    @Test
    @Tag("C4")
    void aLotHoldsSomethingInTheCurrencyOfItsFund() {
        Lot dollars = new Lot("west", LocalizedText.of("en", "West"), new Money(new BigDecimal("400000.00"), "USD"));
        terms.funds = List.of(fund("BMVI", lot("north", "600000.00"), dollars));
        assertThat(terms.faults()).containsExactly("/funds/0/lots/1/envelope/currency other-currency");
        terms.funds = List.of(fund("BMVI", lot("north", "1000000.00"), lot("south", "0.00")));
        assertThat(terms.faults()).containsExactly("/funds/0/lots/1/envelope empty");
        terms.funds = List.of(fund("BMVI", lot("north", "1000001.00"), lot("south", "-1.00")));
        assertThat(terms.faults()).containsExactly("/funds/0/lots/1/envelope empty");
    }

    /** Every field whose words the call knows is asked for them, with the call's own. */
    @Test
    @Tag("C6")
    void rulesNameTheCallsOwnFundsLotsStrandsListsAndAttachments() {
        terms.funds = List.of(fund("BMVI", null, null, null, List.of("training"), lot("north", "1000000.00")));
        terms.strands = List.of(new Strand("sea", LocalizedText.of("en", "Sea")));
        terms.lists = Map.of("signatories", List.of("LV"));
        terms.attachments = List.of(attachment("DECLARATION", null));
        terms.rules = List.of(
                rule("a", "application.fund == 'BMVI' && fund.code != 'BMVI' && application.lot in ['north', '']"),
                rule("b", "application.strand == 'sea' && application.stage == 'FULL_APPLICATION'"),
                rule("c", "application.lead.country in call.lists.signatories || application.lead.country == 'LV'"),
                rule("d", "application.attachments.exists(a, a.kind == 'DECLARATION' || a.kind == 'OTHER')"),
                rule("e", "'training' in application.activities && 'training' in fund.activities"),
                rule("f", "application.headings.STAFF > 0 && 'MD' in application.partnerCountries"));
        assertThat(terms.faults()).isEmpty();
        terms.rules = List.of(
                rule("a", "application.fund == 'ISF'"),
                rule("b", "fund.code == 'ISF'"),
                rule("c", "application.lot == 'south'"),
                rule("d", "application.strand == 'land'"),
                rule("e", "application.stage == 'CONCEPT'"),
                rule("f", "'LV' in call.lists.others"),
                rule("g", "application.attachments.exists(a, a.kind == 'LETTER')"),
                rule("h", "'patrols' in application.activities"),
                rule("i", "application.headings.STAF > 0"),
                rule("j", "'EL' in application.memberStates"),
                rule("k", "application.partners.exists(p, p.role == 'LEAD')"),
                rule("l", "fund.activities[1] == 'training'"));
        assertThat(terms.faults())
                .hasSize(terms.rules.size())
                .allMatch(fault -> fault.matches("/rules/\\d+/expression bad-rule"));
        // Where a fund finances anything, anything may be asked.
        terms.funds = List.of(fund("BMVI"));
        terms.rules = List.of(rule("h", "'patrols' in application.activities"));
        assertThat(terms.faults()).isEmpty();
    }

    @Test
    @Tag("C6")
    void theRolesThatRulesKnowAreThoseOfPartners() {
        assertThat(WordsOfCall.PARTNER_ROLES)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Partner.Role.values())
                        .map(Partner.Role::name)
                        .toList());
    }

    private static FundLine limits(Money least, Money most, Money depletedBelow) {
        return new FundLine(
                "BMVI", Money.euro("1000000.00"), "95.00", null, least, most, depletedBelow, List.of(), List.of());
    }

    @Test
    @Tag("C6")
    void rulesAndAttachmentsAreNamedOnceAndMeanSomething() {
        terms.rules = List.of(rule("a", "true"), rule("a", "application.totl > 1"));
        terms.attachments = List.of(attachment("DECLARATION", null), attachment("DECLARATION", "text/html"));
        assertThat(terms.faults())
                .containsExactly(
                        "/rules/1/id duplicate",
                        "/rules/1/expression bad-rule",
                        "/attachments/1/code duplicate",
                        "/attachments/1/mediaTypes/0 unknown-type");
        terms.rules = List.of(rule("a", "'LV' in call.lists['signatories']"));
        terms.attachments = List.of(attachment("DECLARATION", "application/pdf"), attachment("ANNEX", null));
        assertThat(terms.faults()).containsExactly("/rules/0/expression bad-rule");
        terms.lists = Map.of("signatories", List.of("LV"));
        assertThat(terms.faults()).isEmpty();
    }

    @Test
    @Tag("C16")
    void whatIsScoredHasASchemeThatHolds() {
        terms.preselection = new Preselection("2", null);
        terms.scoring.clear();
        assertThat(terms.faults()).containsExactly("/scoring no-scheme", "/scoring no-scheme");
        terms.scoring.put(Stage.FULL_APPLICATION, TermsOfCall.scheme("nothing"));
        assertThat(terms.faults())
                .containsExactly("/scoring no-scheme", "/scoring/FULL_APPLICATION/tieBreaks/0 bad-scheme");
        terms.scoring.put(Stage.FULL_APPLICATION, TermsOfCall.scheme("relevance"));
        terms.scoring.put(Stage.CONCEPT_NOTE, TermsOfCall.scheme("relevance"));
        assertThat(terms.faults()).isEmpty();
    }

    @Test
    @Tag("C17")
    void somebodyDecidesByRulesThatDoNotContradictEachOther() {
        terms.decision = null;
        assertThat(terms.faults()).containsExactly("/decision no-body");
        terms.decision = decision(new BalanceRule(BalanceRule.By.REGION, 2, 2));
        assertThat(terms.faults()).isEmpty();
        terms.decision = decision(
                new BalanceRule(BalanceRule.By.REGION, 3, 2), new BalanceRule(BalanceRule.By.REGION, null, null));
        assertThat(terms.faults())
                .containsExactly(
                        "/decision/balance/0/atLeast contradiction",
                        "/decision/balance/1/by duplicate",
                        "/decision/balance/1 empty");
    }

    @Test
    @Tag("C13")
    void aPointOfTheCheckListStandsOnItOnce() {
        ChecklistItem item = new ChecklistItem("signed", LocalizedText.of("en", "Signed"), false);
        terms.check = new CheckRules(null, null, List.of(item, item));
        assertThat(terms.faults()).containsExactly("/check/checklist/1/code duplicate");
        assertThat(terms.check.item("signed")).contains(item);
        assertThat(terms.check.item("other")).isEmpty();
        assertThat(CheckRules.NONE.clarificationDaysOrDefault()).isEqualTo(14);
        assertThat(new CheckRules(null, 5, List.of()).clarificationDaysOrDefault())
                .isEqualTo(5);
    }

    @Test
    @Tag("C12")
    void anAttachmentIsAskedForInItsStages() {
        AttachmentRule always = new AttachmentRule("A", text(), true, null, null, null, null, null);
        AttachmentRule late = new AttachmentRule("B", text(), true, Set.of(Stage.FULL_APPLICATION), null, null, 5L, 3);
        assertThat(always.requiredIn(Stage.CONCEPT_NOTE)).isTrue();
        assertThat(new AttachmentRule("A", text(), true, Set.of(), null, null, null, null)
                        .requiredIn(Stage.CONCEPT_NOTE))
                .isTrue();
        assertThat(late.requiredIn(Stage.CONCEPT_NOTE)).isFalse();
        assertThat(late.requiredIn(Stage.FULL_APPLICATION)).isTrue();
        assertThat(AttachmentRule.OTHER.requiredIn(Stage.FULL_APPLICATION)).isFalse();
        assertThat(always.most()).isEqualTo(1);
        assertThat(late.most()).isEqualTo(3);
        assertThat(late.toFileRules().maxSize()).isEqualTo(5);
        assertThat(always.toFileRules().maxSize()).isEqualTo(10L << 20);
        terms.attachments = List.of(late);
        CallTerms built = terms.build();
        assertThat(built.attachment("B")).contains(late);
        assertThat(built.attachment("OTHER")).contains(AttachmentRule.OTHER);
        assertThat(built.attachment("X")).isEmpty();
    }

    @Test
    @Tag("C4")
    void whatCountsAsNothingLeftIsTheLeastGrantUnlessTheCallSaysOtherwise() {
        assertThat(fund("BMVI").depletedBelowAmount()).isZero();
        assertThat(fund("BMVI", null, "5.00", null, List.of()).depletedBelowAmount())
                .isEqualByComparingTo("5");
        FundLine told = new FundLine(
                "BMVI",
                Money.euro("10.00"),
                "95",
                null,
                Money.euro("5.00"),
                null,
                Money.euro("7.00"),
                List.of(),
                List.of());
        assertThat(told.depletedBelowAmount()).isEqualByComparingTo("7");
    }

    @Test
    @Tag("C3")
    void theRoundThatSomethingBelongsToEndsWithTheNextCutOff() {
        terms.model = DeadlineModel.CUT_OFFS;
        terms.deadlines = List.of(
                new Deadline(Stage.FULL_APPLICATION, LAST.plusDays(30)), new Deadline(Stage.FULL_APPLICATION, LAST));
        CallTerms built = terms.build();
        Instant first = LAST.atZone(built.zone()).toInstant();
        Instant second = LAST.plusDays(30).atZone(built.zone()).toInstant();
        assertThat(built.sealedUntil(Stage.FULL_APPLICATION, first.minusSeconds(1)))
                .contains(first);
        assertThat(built.sealedUntil(Stage.FULL_APPLICATION, first)).contains(first);
        assertThat(built.sealedUntil(Stage.FULL_APPLICATION, first.plusMillis(1)))
                .contains(second);
        assertThat(built.sealedUntil(Stage.FULL_APPLICATION, second.plusMillis(1)))
                .isEmpty();
        assertThat(built.finalDeadlineAt()).isEqualTo(second);
        assertThat(built.deadlineFor(Stage.CONCEPT_NOTE)).contains(second);
        terms.model = DeadlineModel.ROLLING_UNTIL_DEPLETED;
        assertThat(terms.build().sealedUntil(Stage.FULL_APPLICATION, first)).isEmpty();
        terms.model = DeadlineModel.SINGLE_STAGE;
        assertThat(terms.build().sealedUntil(Stage.FULL_APPLICATION, first)).contains(second);
        terms.model = DeadlineModel.TWO_STAGE;
        assertThat(terms.build().deadlineFor(Stage.CONCEPT_NOTE)).isEmpty();
        assertThat(terms.build().firstStage()).isEqualTo(Stage.FULL_APPLICATION);
        terms.conceptNote = true;
        assertThat(terms.build().firstStage()).isEqualTo(Stage.CONCEPT_NOTE);
        terms.questionsUntil = LAST;
        assertThat(terms.build().questionsUntilAt()).isEqualTo(first);
    }

    private static List<Deadline> deadlines(int concepts, int full) {
        List<Deadline> deadlines = new ArrayList<>();
        for (int i = 0; i < concepts; i++) {
            deadlines.add(new Deadline(Stage.CONCEPT_NOTE, LAST.minusDays(10 + i)));
        }
        for (int i = 0; i < full; i++) {
            deadlines.add(new Deadline(Stage.FULL_APPLICATION, LAST.plusDays(i)));
        }
        return deadlines;
    }

    private static Rule rule(String id, String expression) {
        return new Rule(id, null, text(), null, expression, "/content");
    }

    private static AttachmentRule attachment(String code, @Nullable String type) {
        return new AttachmentRule(code, text(), false, null, null, type == null ? null : List.of(type), null, null);
    }

    private static DecisionRules decision(BalanceRule... balance) {
        return new DecisionRules(DecisionRules.Body.PROGRAMME_OFFICER, 1, null, List.of(balance), null, null, null);
    }

    private static LocalizedText text() {
        return LocalizedText.of("en", "As the guidelines say.");
    }
}

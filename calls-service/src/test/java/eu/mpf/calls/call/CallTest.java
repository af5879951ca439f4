package eu.mpf.calls.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.Refusals;
import eu.mpf.calls.Rows;
import eu.mpf.calls.call.CallStatus.Standing;
import eu.mpf.calls.eligibility.RuleEngine;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.fund.Purse;
import eu.mpf.calls.scoring.Criterion;
import eu.mpf.calls.scoring.ScoringScheme;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C2")
class CallTest {

    private static final UUID ID = UUID.randomUUID();
    private static final RuleEngine RULES = new RuleEngine();
    private static final Instant OPENS = Instant.parse("2030-01-01T08:00:00Z");
    private static final Instant BEFORE = OPENS.minusSeconds(60);
    private static final Instant DEADLINE = Instant.parse("2030-06-30T15:00:00Z");
    private static final Instant AFTER = DEADLINE.plusSeconds(60);
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final Duration NO_GRACE = Duration.ZERO;
    private static final LocalDateTime LAST = LocalDateTime.of(2030, 6, 30, 17, 0);
    private static final CallTerms TERMS =
            terms(DeadlineModel.ROLLING_UNTIL_DEPLETED, LAST, "Europe/Brussels", funds());
    private static final CallTerms LONGER =
            terms(DeadlineModel.ROLLING_UNTIL_DEPLETED, LAST.plusDays(30), "Europe/Brussels", funds());
    private static final CallTerms UNFED =
            terms(DeadlineModel.ROLLING_UNTIL_DEPLETED, LAST, "Europe/Brussels", List.of());
    private static final Purse BMVI = new Purse("BMVI", "");
    private static final Purse NORTH = new Purse("ISF", "north");

    private final StateTable<Call, CallStatus> table = StateTable.derived(
                    CallTest::in, CallStatus.class, Call::status, Refusals.of(CallsProblem.CALL_STATE))
            .on("edit", call -> call.edit(LONGER))
            .on("replace", call -> call.replace(LONGER))
            .on("publish", call -> call.publish(RULES))
            .on("amend", call -> call.amend(LONGER, RULES))
            .on("suspend", call -> call.suspend("A fault."))
            .on("reopen", call -> call.reopen("Mended."))
            .on("close", call -> call.close("Enough."))
            .on("cancel", call -> call.cancel("No money."));

    private static Call in(CallStatus status) {
        return switch (status) {
            case DRAFT -> draft();
            case FORTHCOMING -> standing(Standing.PUBLISHED, BEFORE);
            case OPEN -> standing(Standing.PUBLISHED, OPENS);
            case SUSPENDED -> standing(Standing.SUSPENDED, OPENS);
            case CLOSED -> standing(Standing.PUBLISHED, AFTER);
            case CANCELLED -> standing(Standing.CANCELLED, OPENS);
        };
    }

    private static List<FundLine> funds() {
        Lot north = new Lot("north", LocalizedText.of("en", "North"), Money.euro("5000000.00"));
        return List.of(fund("BMVI", "6000000.00", List.of()), fund("ISF", "5000000.00", List.of(north)));
    }

    private static FundLine fund(String code, String envelope, List<Lot> lots) {
        return new FundLine(code, Money.euro(envelope), "95.00", null, null, null, null, List.of(), lots);
    }

    private static CallTerms terms(DeadlineModel model, LocalDateTime last, String zone, List<FundLine> funds) {
        Criterion relevance = new Criterion("relevance", LocalizedText.of("en", "Relevance"), null, null, null);
        return new CallTerms(
                LocalizedText.of("en", "Borders and security"),
                null,
                model,
                false,
                zone,
                LocalDateTime.of(2030, 1, 1, 9, 0),
                List.of(new Deadline(Stage.FULL_APPLICATION, last)),
                null,
                List.of(),
                funds,
                List.of(),
                null,
                List.of(),
                Map.of(),
                Map.of(
                        Stage.FULL_APPLICATION,
                        new ScoringScheme(
                                BigDecimal.ZERO,
                                new BigDecimal(5),
                                null,
                                List.of(relevance),
                                null,
                                List.of("relevance"),
                                null)),
                null,
                new DecisionRules(DecisionRules.Body.PROGRAMME_OFFICER, 1, null, List.of(), null, null, null),
                List.of(),
                null,
                null,
                null);
    }

    private static Call draft() {
        return new Call(ID, "TEST/2030-1", TERMS, OPENS);
    }

    private static Call standing(Standing standing, Instant now) {
        return at(now, Rows.read(draft(), "standing", standing));
    }

    private static Call published(Instant now) {
        Call call = at(now, draft());
        call.publish(RULES);
        return call;
    }

    private static Call at(Instant now, Call call) {
        return Rows.read(call, "readAt", now);
    }

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("DRAFT edit", "DRAFT"),
                        Map.entry("DRAFT replace", "DRAFT"),
                        Map.entry("DRAFT publish", "OPEN"),
                        Map.entry("FORTHCOMING amend", "FORTHCOMING"),
                        Map.entry("FORTHCOMING suspend", "SUSPENDED"),
                        Map.entry("FORTHCOMING close", "CLOSED"),
                        Map.entry("FORTHCOMING cancel", "CANCELLED"),
                        Map.entry("OPEN amend", "OPEN"),
                        Map.entry("OPEN suspend", "SUSPENDED"),
                        Map.entry("OPEN close", "CLOSED"),
                        Map.entry("OPEN cancel", "CANCELLED"),
                        Map.entry("SUSPENDED amend", "SUSPENDED"),
                        Map.entry("SUSPENDED reopen", "OPEN"),
                        Map.entry("SUSPENDED close", "CLOSED"),
                        Map.entry("SUSPENDED cancel", "CANCELLED"),
                        Map.entry("CLOSED amend", "OPEN"),
                        Map.entry("CLOSED cancel", "CANCELLED")));
    }

    @Test
    void aNewOneIsADraftNobodyOutsideSees() {
        Call call = draft();
        assertThat(call.status()).isEqualTo(CallStatus.DRAFT);
        assertThat(call.isPublic()).isFalse();
        assertThat(call.isEdited()).isFalse();
        assertThat(call.id()).isEqualTo(ID);
        assertThat(call.key()).isEqualTo("TEST/2030-1");
        assertThat(call.terms()).isEqualTo(TERMS);
        assertThat(call.opensAt()).isEqualTo(OPENS);
        assertThat(call.deadlineAt()).isEqualTo(DEADLINE);
        assertThat(call.createdAt()).isEqualTo(OPENS);
        assertThat(call.edition()).isZero();
        assertThat(call.publishedAt()).isNull();
        assertThat(call.reason()).isNull();
        assertThat(call.depletedFunds()).isEmpty();
        assertThat(Rows.read(call, "version", 7L).version()).isEqualTo(7);
    }

    @Test
    void itsClockIsTheOneItWasReadBy() {
        Call call = draft();
        assertThat(at(AFTER, call).now()).isEqualTo(AFTER);
        assertThat(Rows.read(call, "readAt", null).now()).isEqualTo(OPENS);
        Call published = published(OPENS);
        assertThat(published.statusAt(BEFORE)).isEqualTo(CallStatus.FORTHCOMING);
        assertThat(published.statusAt(AFTER)).isEqualTo(CallStatus.CLOSED);
        assertThat(published.status()).isEqualTo(CallStatus.OPEN);
    }

    @Test
    @Tag("C24")
    void anEditCountsAsWorkDoneHereAndTermsFromElsewhereDoNot() {
        Call call = draft();
        call.replace(LONGER);
        assertThat(call.isEdited()).isFalse();
        assertThat(call.terms()).isEqualTo(LONGER);
        assertThat(call.deadlineAt()).isEqualTo(DEADLINE.plus(Duration.ofDays(30)));
        call.edit(TERMS);
        assertThat(call.isEdited()).isTrue();
        assertThat(call.terms()).isEqualTo(TERMS);
        assertThat(call.deadlineAt()).isEqualTo(DEADLINE);
        Call published = published(OPENS);
        assertThatThrownBy(() -> published.edit(LONGER)).satisfies(Refusals.of(CallsProblem.CALL_STATE));
        assertThat(published.isEdited()).isFalse();
        assertThat(published.terms()).isEqualTo(TERMS);
    }

    @Test
    void aDraftMayNameAZoneThatDoesNotExistButIsNotPublishedWithIt() {
        Call call = draft();
        call.edit(terms(DeadlineModel.SINGLE_STAGE, LAST, "Europe/Atlantis", funds()));
        assertThat(call.opensAt()).isNull();
        assertThat(call.deadlineAt()).isNull();
        assertThatThrownBy(() -> call.publish(RULES))
                .satisfies(Refusals.of(CallsProblem.CALL_NOT_PUBLISHABLE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/timeZone"));
        assertThat(call.status()).isEqualTo(CallStatus.DRAFT);
        assertThat(call.edition()).isZero();
        assertThat(call.publishedAt()).isNull();
    }

    @Test
    void publishingBringsTheFirstEdition() {
        Call call = draft();
        assertThat(call.publish(RULES)).isEqualTo(CallEvent.PUBLISHED);
        assertThat(call.publishedAt()).isEqualTo(OPENS);
        assertThat(call.edition()).isEqualTo(1);
        assertThat(call.isPublic()).isTrue();
        assertThat(call.followClock(NO_GRACE)).as("others were told").isEmpty();
    }

    @Test
    @Tag("C7")
    void anAmendmentBringsAnotherEditionOfSoundTermsOnly() {
        Call call = published(OPENS);
        assertThat(call.amend(LONGER, RULES)).isEqualTo(CallEvent.AMENDED);
        assertThat(call.edition()).isEqualTo(2);
        assertThat(call.terms()).isEqualTo(LONGER);
        assertThatThrownBy(() -> call.amend(UNFED, RULES)).satisfies(Refusals.of(CommonProblem.VALIDATION_FAILED));
        assertThat(call.edition()).isEqualTo(2);
        assertThat(call.terms()).isEqualTo(LONGER);
    }

    @Test
    void whatIsDoneByHandSaysWhyAndTellsOthersOnce() {
        Call call = published(OPENS);
        assertThat(call.suspend("A fault.")).isEqualTo(CallEvent.SUSPENDED);
        assertThat(call.reason()).isEqualTo("A fault.");
        assertThat(call.followClock(NO_GRACE)).isEmpty();
        assertThat(call.reopen("Mended.")).isEqualTo(CallEvent.REOPENED);
        assertThat(call.reason()).isEqualTo("Mended.");
        assertThat(call.followClock(NO_GRACE)).isEmpty();
        assertThat(call.close("Enough.")).isEqualTo(CallEvent.CLOSED);
        assertThat(call.followClock(NO_GRACE)).isEmpty();
        assertThat(call.cancel("No money.")).isEqualTo(CallEvent.CANCELLED);
        assertThat(call.reason()).isEqualTo("No money.");
        assertThatThrownBy(() -> call.reopen("After all.")).satisfies(Refusals.of(CallsProblem.CALL_STATE));
        assertThat(call.reason()).isEqualTo("No money.");
    }

    @Test
    void theClockOpensAndClosesItAndOthersAreToldOnce() {
        Call call = published(BEFORE);
        assertThat(call.followClock(GRACE)).isEmpty();
        assertThat(at(OPENS, call).followClock(GRACE)).contains(CallEvent.OPENED);
        assertThat(call.followClock(GRACE)).isEmpty();
        assertThat(at(AFTER, call).followClock(GRACE)).as("within the grace").isEmpty();
        assertThat(at(AFTER.plus(GRACE), call).followClock(GRACE)).contains(CallEvent.CLOSED);
        assertThat(call.followClock(GRACE)).isEmpty();
    }

    @Test
    void whatOpenedUnnoticedIsToldBeforeItCloses() {
        Call call = at(AFTER, published(BEFORE));
        assertThat(call.followClock(GRACE)).contains(CallEvent.OPENED);
        assertThat(call.followClock(GRACE)).isEmpty();
        assertThat(call.followClock(NO_GRACE)).contains(CallEvent.CLOSED);
    }

    @Test
    void theClockMovesOnlyWhatIsPublishedAndNeverBack() {
        assertThat(at(OPENS, draft()).followClock(NO_GRACE)).isEmpty();
        Call early = at(BEFORE, published(OPENS));
        assertThat(early.followClock(NO_GRACE)).isEmpty();
        assertThat(at(OPENS, early).followClock(NO_GRACE)).as("told already").isEmpty();
    }

    @Test
    void anAmendmentThatReopensItNeedsNoOtherWord() {
        Call call = published(OPENS);
        at(AFTER, call).followClock(NO_GRACE);
        call.amend(LONGER, RULES);
        assertThat(call.status()).isEqualTo(CallStatus.OPEN);
        assertThat(call.followClock(NO_GRACE)).isEmpty();
    }

    @Test
    @Tag("C4")
    void aFundThatRunsOutIsToldOnceAndSoIsOneThatIsFedAgain() {
        Call call = published(OPENS);
        assertThat(call.purse(NORTH, true)).contains(CallEvent.FUND_DEPLETED);
        assertThat(call.purse(NORTH, true)).isEmpty();
        assertThat(call.isDepleted("ISF/north")).isTrue();
        assertThat(call.isDepleted("BMVI")).isFalse();
        assertThat(call.status()).as("the other fund still pays").isEqualTo(CallStatus.OPEN);
        assertThat(call.purse(NORTH, false)).contains(CallEvent.FUND_REPLENISHED);
        assertThat(call.purse(NORTH, false)).isEmpty();
        assertThat(call.isDepleted("ISF/north")).isFalse();
    }

    @Test
    @Tag("C3")
    @Tag("C4")
    void aRollingCallWithoutMoneyIsClosedUntilThereIsMoneyAgain() {
        Call call = published(OPENS.plus(GRACE));
        call.purse(NORTH, true);
        call.purse(BMVI, true);
        assertThat(call.depletedFunds()).containsExactly("BMVI", "ISF/north");
        assertThat(call.status()).isEqualTo(CallStatus.CLOSED);
        assertThat(call.followClock(GRACE)).contains(CallEvent.CLOSED);
        call.purse(BMVI, false);
        assertThat(call.depletedFunds()).containsExactly("ISF/north");
        assertThat(call.status()).isEqualTo(CallStatus.OPEN);
        assertThat(call.followClock(GRACE)).contains(CallEvent.OPENED);
    }

    @Test
    @Tag("C3")
    @Tag("C4")
    void moneyThatRunsOutJustAfterTheOpeningIsToldAtOnceForTheGraceIsTheDeadlines() {
        Call call = published(BEFORE);
        at(OPENS, call).followClock(GRACE);
        call.purse(NORTH, true);
        call.purse(BMVI, true);
        assertThat(at(OPENS.plusSeconds(1), call).followClock(GRACE)).contains(CallEvent.CLOSED);
        assertThat(at(OPENS.plus(GRACE), call).followClock(GRACE)).isEmpty();
    }

    @Test
    @Tag("C4")
    void anAmendmentAsksAnewWhichFundsHaveRunOut() {
        Call call = published(OPENS);
        call.purse(NORTH, true);
        call.purse(BMVI, true);
        call.amend(LONGER, RULES);
        assertThat(call.depletedFunds()).isEmpty();
        assertThat(call.status()).isEqualTo(CallStatus.OPEN);
    }

    @Test
    @Tag("C3")
    void aCallWithOneDeadlineStaysOpenUntilItHoweverLittleMoneyThereIs() {
        Call call = draft();
        call.edit(terms(DeadlineModel.SINGLE_STAGE, LAST, "Europe/Brussels", funds()));
        call.publish(RULES);
        call.purse(NORTH, true);
        call.purse(BMVI, true);
        assertThat(call.depletedFunds()).containsExactly("BMVI", "ISF/north");
        assertThat(call.status()).isEqualTo(CallStatus.OPEN);
    }
}

package eu.mpf.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.Refusals;
import eu.mpf.calls.Rows;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C10")
class ApplicationTest {

    private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z");
    private static final Instant SEALED = Instant.parse("2030-06-30T15:00:00Z");
    private static final EligibilityCheck FIT = check(true, "All there.");
    private static final EligibilityCheck UNFIT = check(false, "A letter is missing.");
    private static final Decision REJECTED = decision(Decision.Outcome.REJECT);
    private static final Decision RESERVED = decision(Decision.Outcome.RESERVE);
    private static final Decision AWARDED = decision(Decision.Outcome.AWARD);

    private final StateTable<Application, ApplicationStatus> table = new StateTable<>(
                    () -> Applying.drafted(Content.empty()),
                    ApplicationStatus.class,
                    Application::status,
                    Refusals.of(CallsProblem.APPLICATION_STATE))
            .on("edit", application -> application.edit(Content.empty(), NOW))
            .on("hand in a concept", application -> application.submit(Stage.CONCEPT_NOTE, 1, null, NOW))
            .on("hand in", application -> application.submit(Stage.FULL_APPLICATION, 1, null, NOW))
            .on("invite", application -> application.move(ApplicationCommand.INVITE, null, NOW))
            .on("decline", application -> application.move(ApplicationCommand.DECLINE, null, NOW))
            .on("return", application -> application.move(ApplicationCommand.RETURN, "A question.", NOW))
            .on("resume", application -> application.resume(NOW))
            .on("withdraw", application -> application.withdraw("No time.", NOW))
            .on("find eligible", application -> application.checked(FIT, NOW))
            .on("find ineligible", application -> application.checked(UNFIT, NOW))
            .on("reserve", application -> application.decide(RESERVED))
            .on("reject", application -> application.decide(REJECTED))
            .on("award", application -> application.decide(AWARDED))
            .on("revoke", application -> application.move(ApplicationCommand.REVOKE, "Given up.", NOW))
            .on("reopen", application -> application.reopen("It was wrong.", NOW));

    private static EligibilityCheck check(boolean eligible, String note) {
        return new EligibilityCheck(eligible, 1, List.of(), List.of(), note, NOW);
    }

    private static Decision decision(Decision.Outcome outcome) {
        return new Decision(outcome, NOW, "COMMITTEE", null, "By its rank.", null, null, null, List.of(), List.of());
    }

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("DRAFT edit", "DRAFT"),
                        Map.entry("DRAFT hand in a concept", "CONCEPT_SUBMITTED"),
                        Map.entry("DRAFT hand in", "SUBMITTED"),
                        Map.entry("WITHDRAWN edit", "WITHDRAWN"),
                        Map.entry("WITHDRAWN hand in a concept", "CONCEPT_SUBMITTED"),
                        Map.entry("WITHDRAWN hand in", "SUBMITTED"),
                        Map.entry("CONCEPT_SUBMITTED invite", "INVITED"),
                        Map.entry("CONCEPT_SUBMITTED decline", "NOT_INVITED"),
                        Map.entry("CONCEPT_SUBMITTED withdraw", "WITHDRAWN"),
                        Map.entry("INVITED edit", "INVITED"),
                        Map.entry("INVITED hand in", "SUBMITTED"),
                        Map.entry("INVITED withdraw", "WITHDRAWN"),
                        Map.entry("SUBMITTED return", "RETURNED"),
                        Map.entry("SUBMITTED withdraw", "WITHDRAWN"),
                        Map.entry("SUBMITTED find eligible", "ELIGIBLE"),
                        Map.entry("SUBMITTED find ineligible", "INELIGIBLE"),
                        Map.entry("RETURNED edit", "RETURNED"),
                        Map.entry("RETURNED resume", "SUBMITTED"),
                        Map.entry("RETURNED withdraw", "WITHDRAWN"),
                        Map.entry("ELIGIBLE withdraw", "WITHDRAWN"),
                        Map.entry("ELIGIBLE reserve", "RESERVED"),
                        Map.entry("ELIGIBLE reject", "REJECTED"),
                        Map.entry("ELIGIBLE award", "AWARDED"),
                        Map.entry("RESERVED withdraw", "WITHDRAWN"),
                        Map.entry("RESERVED reject", "REJECTED"),
                        Map.entry("RESERVED award", "AWARDED"),
                        Map.entry("AWARDED revoke", "REVOKED"),
                        Map.entry("NOT_INVITED reopen", "CONCEPT_SUBMITTED"),
                        Map.entry("INELIGIBLE reopen", "SUBMITTED"),
                        Map.entry("REJECTED reopen", "ELIGIBLE")));
    }

    @Test
    void aNewOneIsADraftOfWhatWasWritten() {
        Content content = Applying.written(null, "BMVI", "north", List.of());
        Application application = Applying.drafted(content);
        assertThat(application.status()).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(application.publicStatus()).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(application.id()).isNotNull();
        assertThat(application.reference()).isEqualTo("A-1");
        assertThat(application.callId()).isEqualTo(Applying.CALL);
        assertThat(application.callKey()).isEqualTo("TEST/2030-1");
        assertThat(application.organisation()).isEqualTo("LV-BORDER");
        assertThat(application.content()).isEqualTo(content);
        assertThat(application.fund()).isEqualTo("BMVI");
        assertThat(application.lot()).isEqualTo("north");
        assertThat(application.partners()).isEmpty();
        assertThat(application.steps()).isEmpty();
        assertThat(application.publicSteps()).isEmpty();
        assertThat(application.createdAt()).isEqualTo(Applying.DRAFTED);
        assertThat(application.updatedAt()).isEqualTo(Applying.DRAFTED);
        assertThat(application.callEdition()).isNull();
        assertThat(application.submittedAt()).isNull();
        assertThat(application.reading().sealedUntil()).isNull();
        assertThat(application.eligibility()).isNull();
        assertThat(application.decision()).isNull();
        assertThat(Rows.read(application, "version", 7L).version()).isEqualTo(7);
    }

    @Test
    void anEditReplacesTheContent() {
        Application application = Applying.drafted(Applying.written(null, "BMVI", "north", List.of()));
        Content content = Content.empty().withBudget(List.of(), Money.euro("5.00"));
        Content changed = new Content(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of("GR"),
                List.of(),
                null,
                null,
                null,
                List.of(),
                content.euShare(),
                List.of(),
                Map.of());
        application.edit(changed, NOW);
        assertThat(application.content().memberStates()).containsExactly("GR");
        assertThat(application.content().euShare()).isEqualTo(Money.euro("5.00"));
        assertThat(application.fund()).isNull();
        assertThat(application.lot()).isEmpty();
        assertThat(application.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void handingInKeepsTheEditionAndTheMomentAndTellsOthers() {
        Application application = Applying.drafted(Content.empty());
        assertThat(application.submit(Stage.FULL_APPLICATION, 3, SEALED, NOW)).isEqualTo(ApplicationEvent.SUBMITTED);
        assertThat(application.callEdition()).isEqualTo(3);
        assertThat(application.submittedAt()).isEqualTo(NOW);
        assertThat(application.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void everyMoveIsKeptWithItsReasonAndWhatOthersAreToldOfIt() {
        Application application = Applying.drafted(Content.empty());
        application.submit(Stage.FULL_APPLICATION, 1, null, NOW);
        application.move(ApplicationCommand.RETURN, "A question.", NOW.plusSeconds(1));
        assertThat(application.resume(NOW.plusSeconds(2))).isEqualTo(ApplicationEvent.SUBMITTED);
        assertThat(application.withdraw("No time.", NOW.plusSeconds(3))).isEqualTo(ApplicationEvent.WITHDRAWN);
        List<Step> steps = List.of(
                step(0, ApplicationCommand.SUBMIT, ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED, null),
                step(
                        1,
                        ApplicationCommand.RETURN,
                        ApplicationStatus.SUBMITTED,
                        ApplicationStatus.RETURNED,
                        "A question."),
                step(2, ApplicationCommand.RESUME, ApplicationStatus.RETURNED, ApplicationStatus.SUBMITTED, null),
                step(
                        3,
                        ApplicationCommand.WITHDRAW,
                        ApplicationStatus.SUBMITTED,
                        ApplicationStatus.WITHDRAWN,
                        "No time."));
        assertThat(application.steps()).isEqualTo(steps);
        assertThat(application.publicSteps()).isEqualTo(steps);
        assertThat(application.publicStatus()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(application.updatedAt()).isEqualTo(NOW.plusSeconds(3));
    }

    private static Step step(
            int second,
            ApplicationCommand command,
            ApplicationStatus from,
            ApplicationStatus to,
            @Nullable String reason) {
        return new Step(NOW.plusSeconds(second), command, from, to, reason);
    }

    @Test
    @Tag("C9")
    void aConceptNoteComesFirstUntilTheApplicantIsInvited() {
        Application application = Applying.drafted(Content.empty());
        assertThat(application.stage(false)).isEqualTo(Stage.FULL_APPLICATION);
        assertThat(application.stage(true)).isEqualTo(Stage.CONCEPT_NOTE);
        application.submit(Stage.CONCEPT_NOTE, 1, null, NOW);
        assertThat(application.stage(true)).isEqualTo(Stage.CONCEPT_NOTE);
        application.move(ApplicationCommand.INVITE, null, NOW);
        assertThat(application.stage(true)).isEqualTo(Stage.FULL_APPLICATION);
    }

    @Test
    void whatMayBeDoneIsAskedWithoutDoingIt() {
        for (ApplicationStatus status : ApplicationStatus.values()) {
            for (ApplicationCommand command : ApplicationCommand.values()) {
                asked(status, command, application -> application.require(command));
            }
            for (Decision.Outcome outcome : Decision.Outcome.values()) {
                asked(status, outcome.command(), application -> application.requireDecidable(outcome));
            }
        }
    }

    private void asked(ApplicationStatus status, ApplicationCommand command, Consumer<Application> question) {
        Application application = table.in(status);
        if (status.after(command).isPresent()) {
            question.accept(application);
        } else {
            assertThatThrownBy(() -> question.accept(application))
                    .as(status + " " + command)
                    .satisfies(Refusals.of(CallsProblem.APPLICATION_STATE));
        }
        assertThat(application.status()).isEqualTo(status);
        assertThat(application.steps()).isEmpty();
    }

    @Test
    @Tag("C13")
    void theCheckIsKeptWithItsResult() {
        for (EligibilityCheck check : List.of(FIT, UNFIT)) {
            Application application = table.in(ApplicationStatus.SUBMITTED);
            application.checked(check, NOW);
            assertThat(application.eligibility()).isEqualTo(check);
            assertThat(application.steps().getLast().reason()).isEqualTo(check.note());
        }
    }

    @Test
    @Tag("C18")
    void aDecisionIsKeptAndToldToOthers() {
        Application application = table.in(ApplicationStatus.ELIGIBLE);
        assertThat(application.decide(AWARDED)).isEqualTo(ApplicationEvent.DECIDED);
        assertThat(application.decision()).isEqualTo(AWARDED);
        assertThat(application.steps())
                .containsExactly(step(
                        0,
                        ApplicationCommand.AWARD,
                        ApplicationStatus.ELIGIBLE,
                        ApplicationStatus.AWARDED,
                        "By its rank."));
    }

    /** The organisation is told of its withdrawal at once, and may not learn from it what no letter has told it yet. */
    @Test
    @Tag("X8")
    void onlyTheEventOfTheDecisionTellsTheDecision() {
        Application application = table.in(ApplicationStatus.ELIGIBLE);
        application.decide(RESERVED);
        assertThat(told(application, ApplicationEvent.DECIDED).decision()).isEqualTo(Decision.Outcome.RESERVE);
        assertThat(told(application, ApplicationEvent.WITHDRAWN).decision()).isNull();
        assertThat(told(application, ApplicationEvent.SUBMITTED).decision()).isNull();
    }

    private static ApplicationFacts told(Application application, ApplicationEvent event) {
        return (ApplicationFacts) ApplicationFacts.event(application, event).data();
    }

    @Test
    @Tag("C27")
    void aReviewThatOverturnsARejectionForgetsItButNotTheCheckBeforeIt() {
        Application rejected = table.in(ApplicationStatus.SUBMITTED);
        rejected.checked(FIT, NOW);
        rejected.decide(REJECTED);
        rejected.reopen("It was wrong.", NOW);
        assertThat(rejected.decision()).isNull();
        assertThat(rejected.eligibility()).isEqualTo(FIT);
        assertThat(rejected.steps().getLast().reason()).isEqualTo("It was wrong.");
        Application excluded = table.in(ApplicationStatus.SUBMITTED);
        excluded.checked(UNFIT, NOW);
        excluded.reopen("It was there.", NOW);
        assertThat(excluded.eligibility()).isNull();
    }

    @Test
    @Tag("C27")
    void aDecisionThatNothingOverturnsStands() {
        Application awarded = table.in(ApplicationStatus.ELIGIBLE);
        awarded.decide(AWARDED);
        assertThatThrownBy(() -> awarded.reopen("It was wrong.", NOW))
                .satisfies(Refusals.of(CallsProblem.APPLICATION_STATE));
        assertThat(awarded.decision()).isEqualTo(AWARDED);
    }

    @Test
    void aTouchSaysThatSomethingBesideItHasChanged() {
        Application application = Applying.drafted(Content.empty());
        application.touch(NOW);
        assertThat(application.updatedAt()).isEqualTo(NOW);
        assertThat(application.steps()).isEmpty();
    }

    @Test
    @Tag("C26")
    void itIsSealedUntilTheDeadlineInForceHasPassedByTheClockItWasReadBy() {
        Application application = Applying.drafted(Content.empty());
        assertThat(application.reading().sealed()).as("never handed in").isFalse();
        application.submit(Stage.FULL_APPLICATION, 1, SEALED, NOW);
        assertThat(application.reading().sealed()).as("to its own consortium").isFalse();
        application.reading().sealedUntil(SEALED);
        assertThat(application.reading().sealed()).as("no clock").isTrue();
        assertThat(application.reading().at(SEALED).sealed()).isTrue();
        assertThat(application.reading().at(SEALED.plusNanos(1)).sealed()).isFalse();
        application.reading().sealedUntil(SEALED.plusSeconds(1));
        assertThat(application.reading().sealed()).as("the deadline moved").isTrue();
    }

    @Test
    @Tag("C26")
    void whoeverReadsItKnowsWhetherTheyOpenedItBefore() {
        Application application = Applying.drafted(Content.empty());
        assertThat(application.reading().openedBefore()).isFalse();
        application.reading().openedBefore(true);
        assertThat(application.reading().openedBefore()).isTrue();
    }

    @Test
    @Tag("C19")
    void theApplicantKnowsOfADecisionOnceTheLetterHasGoneOut() {
        Application application = submitted();
        application.checked(FIT, NOW);
        application.decide(RESERVED);
        application.decide(AWARDED);
        assertThat(application.publicStatus()).isEqualTo(ApplicationStatus.ELIGIBLE);
        assertThat(application.publicSteps()).isEqualTo(application.steps().subList(0, 2));
        application.announce(NOW.plusSeconds(9));
        assertThat(application.publicStatus()).isEqualTo(ApplicationStatus.AWARDED);
        assertThat(application.publicSteps()).isEqualTo(application.steps()).hasSize(4);
        assertThat(application.updatedAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    @Tag("C19")
    void whatWasAnnouncedStaysKnownWhileTheNextIsNot() {
        Application application = submitted();
        application.checked(FIT, NOW);
        application.decide(RESERVED);
        application.announce(NOW);
        application.decide(AWARDED);
        assertThat(application.publicStatus()).isEqualTo(ApplicationStatus.RESERVED);
        assertThat(application.publicSteps()).isEqualTo(application.steps().subList(0, 3));
    }

    @Test
    @Tag("C19")
    void anOlderRowWasToldEverythingUpToNow() {
        Application application = Rows.read(table.in(ApplicationStatus.AWARDED), "told", null);
        assertThat(application.publicStatus()).isEqualTo(ApplicationStatus.AWARDED);
        Application waiting = Rows.read(table.in(ApplicationStatus.ELIGIBLE), "told", null);
        waiting.decide(AWARDED);
        assertThat(waiting.publicStatus()).isEqualTo(ApplicationStatus.ELIGIBLE);
        assertThat(waiting.publicSteps()).isEmpty();
    }

    private Application submitted() {
        Application application = Applying.drafted(
                Applying.written(LocalizedText.of("en", "Joint border surveillance"), "BMVI", null, List.of()));
        application.submit(Stage.FULL_APPLICATION, 1, null, NOW);
        return application;
    }
}

package eu.mpf.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.Refusals;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.web.value.Money;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was handed in stands, whatever is drafted beside it, until something else is handed in. */
@Tag("C10")
class HandedInTest {

    private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Content FIRST = Applying.written(null, "BMVI", "north", List.of());
    private static final Content SECOND = Applying.written(null, "ISF", null, List.of());
    private static final Partner PARTNER = Applying.partner("LT-BORDER", Partner.State.CONFIRMED);

    private static Application handedIn(Stage stage) {
        Application application = Applying.drafted(FIRST, PARTNER);
        application.submit(stage, 1, null, NOW);
        return application;
    }

    private static Application returned() {
        Application application = handedIn(Stage.FULL_APPLICATION);
        application.move(ApplicationCommand.RETURN, "A question.", NOW);
        return application;
    }

    @Test
    void whatIsDraftedAfterAReturnCountsOnceTheApplicantHandsItBack() {
        Application application = returned();
        application.edit(SECOND, NOW);
        assertThat(application.fund()).isEqualTo("BMVI");
        assertThat(application.lot()).isEqualTo("north");
        application.resume(LATER);
        assertThat(application.fund()).isEqualTo("ISF");
        assertThat(application.lot()).isEmpty();
    }

    @Test
    void whoWithdrewAndHandsInAgainIsCountedByWhatIsHandedInThen() {
        Application application = handedIn(Stage.FULL_APPLICATION);
        application.withdraw("No time.", NOW);
        application.edit(SECOND, NOW);
        assertThat(application.fund()).isEqualTo("BMVI");
        application.submit(Stage.FULL_APPLICATION, 2, null, LATER);
        assertThat(application.fund()).isEqualTo("ISF");
    }

    @Test
    @Tag("C12")
    void goingOnWithoutTheApplicantDropsWhatWasChangedSince() {
        Application application = returned();
        HandedIn last = new HandedIn("A-1", Stage.FULL_APPLICATION, FIRST, List.of(PARTNER), List.of());
        application.edit(SECOND, NOW);
        application.remove(PARTNER.id(), NOW);
        application.lapse(last, "No answer in time.", LATER);
        assertThat(application.status()).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(application.content()).isEqualTo(FIRST);
        assertThat(application.partners()).containsExactly(PARTNER);
        assertThat(application.fund()).isEqualTo("BMVI");
        assertThat(application.steps().getLast().reason()).isEqualTo("No answer in time.");
        assertThat(application.updatedAt()).isEqualTo(LATER);
    }

    @Test
    @Tag("C12")
    void whatWasNotReturnedCannotLapse() {
        Application application = handedIn(Stage.FULL_APPLICATION);
        HandedIn last = new HandedIn("A-1", Stage.FULL_APPLICATION, SECOND, List.of(), List.of());
        assertThatThrownBy(() -> application.lapse(last, "No answer in time.", LATER))
                .satisfies(Refusals.of(CallsProblem.APPLICATION_STATE));
        assertThat(application.content()).isEqualTo(FIRST);
        assertThat(application.partners()).containsExactly(PARTNER);
    }

    @Test
    void theLastThingHandedInSaysForWhichStage() {
        Application application = handedIn(Stage.CONCEPT_NOTE);
        assertThat(application.handedInFor()).isEqualTo(Stage.CONCEPT_NOTE);
        application.move(ApplicationCommand.INVITE, null, NOW);
        assertThat(application.handedInFor()).isEqualTo(Stage.CONCEPT_NOTE);
        application.submit(Stage.FULL_APPLICATION, 1, null, LATER);
        assertThat(application.handedInFor()).isEqualTo(Stage.FULL_APPLICATION);
    }

    @Test
    void whatWasHandedInForAStageIsNotHandedInForTheFirstTimeAgain() {
        Application concept = handedIn(Stage.CONCEPT_NOTE);
        assertThat(concept.wasHandedInFor(Stage.CONCEPT_NOTE)).isTrue();
        assertThat(concept.wasHandedInFor(Stage.FULL_APPLICATION)).isFalse();
        concept.withdraw(null, NOW);
        assertThat(concept.wasHandedInFor(Stage.CONCEPT_NOTE)).isTrue();
        Application full = handedIn(Stage.FULL_APPLICATION);
        assertThat(full.wasHandedInFor(Stage.FULL_APPLICATION)).isTrue();
        assertThat(full.wasHandedInFor(Stage.CONCEPT_NOTE)).isFalse();
    }

    @Test
    void itsConsortiumMayBeWorkingOnItOnlyWhileItMayBeWritten() {
        assertThat(Applying.drafted(FIRST).isOpenToEdits()).isTrue();
        assertThat(handedIn(Stage.FULL_APPLICATION).isOpenToEdits()).isFalse();
        assertThat(returned().isOpenToEdits()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("C11")
    void itIsOfItsLeadAndOfWhoeverWasAskedAndHasNotDeclined(Partner.State state) {
        Application application = Applying.drafted(FIRST, Applying.partner("PT-AIMA", state));
        assertThat(application.isOf("PT-AIMA"))
                .isEqualTo(EnumSet.of(Partner.State.INVITED, Partner.State.CONFIRMED)
                        .contains(state));
        assertThat(application.isOf("LV-BORDER")).isTrue();
        assertThat(application.isOf("MD-POLICE")).isFalse();
    }

    private static Application awarded() {
        Application application = handedIn(Stage.FULL_APPLICATION);
        application.checked(new EligibilityCheck(true, 1, List.of(), List.of(), null, NOW), NOW);
        application.decide(new Decision(
                Decision.Outcome.AWARD,
                NOW,
                "COMMITTEE",
                UUID.randomUUID(),
                "By its rank.",
                "A court.",
                Money.euro("60000.00"),
                null,
                List.of(new Risk("The partner changes.", Risk.Level.LOW, null)),
                List.of(new Condition("A bank account.", Condition.Due.BEFORE_SIGNATURE))));
        return application;
    }

    @Test
    @Tag("C28")
    void anAwardThatIsTakenBackSaysHowThatIsChallenged() {
        Application application = awarded();
        application.revoke("Given up.", "The ombudsman.", LATER);
        assertThat(application.status()).isEqualTo(ApplicationStatus.REVOKED);
        assertThat(application.steps().getLast().reason()).isEqualTo("Given up.");
        assertThat(application.decision()).isNotNull();
        assertThat(application.decision().redress()).isEqualTo("The ombudsman.");
        assertThat(application.decision().reasons()).isEqualTo("By its rank.");
    }

    @Test
    @Tag("C28")
    void anAwardThatIsTakenBackIsChallengedAsTheDecisionWasWhereNothingElseIsSaid() {
        Application application = awarded();
        application.revoke("Given up.", null, LATER);
        assertThat(application.decision()).isNotNull();
        assertThat(application.decision().redress()).isEqualTo("A court.");
    }

    @Test
    @Tag("C19")
    void theApplicantReadsTheDecisionWithoutItsRisksAndItsMeeting() {
        Decision decision = awarded().decision();
        assertThat(decision).isNotNull();
        Decision read = decision.forApplicant();
        assertThat(read.risks()).isEmpty();
        assertThat(read.meetingId()).isNull();
        assertThat(read.conditions()).isEqualTo(decision.conditions());
        assertThat(read.amount()).isEqualTo(Money.euro("60000.00"));
        assertThat(read.redress()).isEqualTo("A court.");
        assertThat(read.outcome()).isEqualTo(Decision.Outcome.AWARD);
    }
}

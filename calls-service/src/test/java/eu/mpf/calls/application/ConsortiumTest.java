package eu.mpf.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.Refusals;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.problem.CommonProblem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C11")
class ConsortiumTest {

    private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z");
    private static final Partner LISTED = Applying.partner("LT-BORDER", Partner.State.LISTED);
    private static final Partner ASKED = Applying.partner("PT-AIMA", Partner.State.INVITED);
    private static final Partner OTHER = Applying.partner("MD-POLICE", Partner.State.LISTED);

    private final StateTable<Application, ApplicationStatus> table = new StateTable<>(
                    ConsortiumTest::application,
                    ApplicationStatus.class,
                    Application::status,
                    Refusals.of(CallsProblem.APPLICATION_STATE))
            .on("add", application -> application.add(OTHER, NOW))
            .on("remove", application -> application.remove(LISTED.id(), NOW))
            .on("invite", application -> application.invite(LISTED.id(), NOW))
            .on("answer", application -> application.answer(ASKED.id(), PartnerCommand.CONFIRM, "PT-AIMA", NOW));

    private static Application application() {
        return Applying.drafted(Content.empty(), LISTED, ASKED);
    }

    @Test
    void itChangesWhileTheApplicationMayBeWritten() {
        Map<String, String> expected = new HashMap<>();
        for (String status : List.of("DRAFT", "WITHDRAWN", "INVITED", "RETURNED")) {
            for (String command : List.of("add", "remove", "invite", "answer")) {
                expected.put(status + " " + command, status);
            }
        }
        assertThat(table.outcomes()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void whatIsRefusedLeavesItAsItWas() {
        Application application = table.in(ApplicationStatus.SUBMITTED);
        assertThatThrownBy(() -> application.add(OTHER, NOW)).satisfies(Refusals.of(CallsProblem.APPLICATION_STATE));
        assertThatThrownBy(() -> application.remove(LISTED.id(), NOW))
                .satisfies(Refusals.of(CallsProblem.APPLICATION_STATE));
        assertThatThrownBy(() -> application.invite(LISTED.id(), NOW))
                .satisfies(Refusals.of(CallsProblem.APPLICATION_STATE));
        assertUnchanged(application);
    }

    private static void assertUnchanged(Application application) {
        assertThat(application.partners()).containsExactly(LISTED, ASKED);
        assertThat(application.updatedAt()).isEqualTo(Applying.DRAFTED);
    }

    @Test
    void aPartnerIsNamedOnceAndTheLeadIsNoneOfThem() {
        Application application = application();
        assertThat(application.add(OTHER, NOW)).isEqualTo(OTHER);
        assertThat(application.partners()).containsExactly(LISTED, ASKED, OTHER);
        assertThat(application.updatedAt()).isEqualTo(NOW);
        for (String organisation : List.of("LV-BORDER", "PT-AIMA")) {
            Application other = application();
            assertThatThrownBy(() -> other.add(Applying.partner(organisation, Partner.State.LISTED), NOW))
                    .satisfies(Refusals.of(CallsProblem.PARTNER_STATE))
                    .hasMessageContaining(organisation);
            assertUnchanged(other);
        }
    }

    @Test
    void aHundredPartnersAreTheMost() {
        Application application = application();
        for (int i = 3; i <= 100; i++) {
            application.add(Applying.partner("ORG-" + i, Partner.State.LISTED), NOW);
        }
        assertThat(application.partners()).hasSize(100);
        assertThatThrownBy(() -> application.add(OTHER, NOW)).satisfies(Refusals.of(CallsProblem.PARTNER_STATE));
        assertThat(application.partners()).hasSize(100);
    }

    @Test
    void onlyWhoIsInItCanBeTakenOut() {
        Application application = application();
        assertThatThrownBy(() -> application.remove(UUID.randomUUID(), NOW))
                .satisfies(Refusals.of(CommonProblem.NOT_FOUND));
        assertUnchanged(application);
        application.remove(LISTED.id(), NOW);
        assertThat(application.partners()).containsExactly(ASKED);
        assertThat(application.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void anInvitationMovesOnePartnerAlone() {
        Application application = application();
        Partner invited = LISTED.with(Partner.State.INVITED);
        assertThat(application.invite(LISTED.id(), NOW)).isEqualTo(invited);
        assertThat(application.partners()).containsExactly(invited, ASKED);
        assertThat(application.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void whoWasInvitedIsNotInvitedAgain() {
        Application application = application();
        assertThatThrownBy(() -> application.invite(ASKED.id(), NOW))
                .satisfies(Refusals.of(CallsProblem.PARTNER_STATE));
        assertUnchanged(application);
    }

    @Test
    void aPartnerAnswersForItselfAndForNobodyElse() {
        Application application = application();
        assertThatThrownBy(() -> application.answer(ASKED.id(), PartnerCommand.CONFIRM, "LT-BORDER", NOW))
                .satisfies(Refusals.of(CommonProblem.NOT_FOUND));
        assertUnchanged(application);
        Partner confirmed = ASKED.with(Partner.State.CONFIRMED);
        assertThat(application.answer(ASKED.id(), PartnerCommand.CONFIRM, "PT-AIMA", NOW))
                .isEqualTo(confirmed);
        assertThat(application.partners()).containsExactly(LISTED, confirmed);
    }
}

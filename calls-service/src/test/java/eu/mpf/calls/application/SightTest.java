package eu.mpf.calls.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.security.KnownCaller;
import eu.mpf.web.security.Roles;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X17")
class SightTest {

    private static final String LEAD = "a.organisation = ?";
    private static final String PARTNER =
            "a.partners @> jsonb_build_array(jsonb_build_object('organisation', CAST(? AS text), 'status', CAST(? AS text)))";
    private static final String HANDED_IN = "a.status <> 'DRAFT'";
    private static final String REVIEWED =
            "EXISTS (SELECT 1 FROM evaluation e WHERE e.application_id = a.id AND e.evaluator = ?)";
    private static final String CONSULTED =
            "EXISTS (SELECT 1 FROM consultation o WHERE o.application_id = a.id AND o.consultee = ?)";
    private static final String DISCUSSED =
            "EXISTS (SELECT 1 FROM committee_meeting m, jsonb_array_elements(m.members) p"
                    + " WHERE m.call_id = a.call_id AND a.status NOT IN ('DRAFT', 'WITHDRAWN') AND p->>'member' = ?"
                    + " AND m.agenda @> jsonb_build_array(jsonb_build_object('applicationId', a.id)))";
    private static final String UNLESS_CONFLICTED =
            " AND NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.application_id = a.id AND e.evaluator = ?"
                    + " AND e.status = 'CONFLICTED')"
                    + " AND NOT EXISTS (SELECT 1 FROM committee_meeting m, jsonb_array_elements(m.members) p"
                    + " WHERE m.call_id = a.call_id AND p->>'member' = ? AND (p->'conflicts') @> jsonb_build_array(a.id))";

    private static Sight of(@Nullable String organisation, String... roles) {
        return Sight.of(new KnownCaller("me", organisation, roles));
    }

    private static String any(String... conditions) {
        return "((" + String.join(") OR (", conditions) + "))";
    }

    @Test
    void whoIsNobodySeesNothing() {
        assertThat(of(null)).isEqualTo(new Sight("false", List.of()));
        assertThat(of(null, Roles.APPLICANT)).isEqualTo(new Sight("false", List.of()));
    }

    @Test
    void anOrganisationSeesItsOwnAndThoseItWasInvitedTo() {
        assertThat(of("LV-BORDER", Roles.APPLICANT))
                .isEqualTo(new Sight(
                        any(LEAD, PARTNER, PARTNER),
                        List.of("LV-BORDER", "LV-BORDER", "INVITED", "LV-BORDER", "CONFIRMED")));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    void staffSeeWhatWasHandedIn(String role) {
        assertThat(of(null, role)).isEqualTo(new Sight(any(HANDED_IN), List.of()));
        assertThat(Sight.isStaff(new KnownCaller("me", null, role))).isTrue();
    }

    @Test
    void nobodyElseIsStaff() {
        for (String role : Set.of(
                Roles.EVENT_MANAGER,
                Roles.RAPPORTEUR,
                Roles.EVALUATOR,
                Roles.COMMITTEE_MEMBER,
                Roles.CONSULTEE,
                Roles.APPLICANT,
                Roles.DATA_PROTECTION_OFFICER,
                Roles.PARTNER)) {
            assertThat(Sight.isStaff(new KnownCaller("me", null, role)))
                    .as(role)
                    .isFalse();
        }
    }

    @Test
    @Tag("C14")
    void aConsulteeSeesWhatItWasAskedAbout() {
        assertThat(of(null, Roles.CONSULTEE)).isEqualTo(new Sight(any(CONSULTED), List.of("me")));
    }

    @Test
    @Tag("C15")
    void anEvaluatorSeesWhatItReviewsUnlessItDeclaredAConflict() {
        assertThat(of(null, Roles.EVALUATOR))
                .isEqualTo(new Sight(any(REVIEWED) + UNLESS_CONFLICTED, List.of("me", "me", "me")));
    }

    @Test
    @Tag("C18")
    void aCommitteeMemberSeesWhatIsOnItsAgendaUnlessItDeclaredAConflict() {
        assertThat(of(null, Roles.COMMITTEE_MEMBER))
                .isEqualTo(new Sight(any(DISCUSSED) + UNLESS_CONFLICTED, List.of("me", "me", "me")));
    }

    @Test
    @Tag("C15")
    void aConflictClosesTheFileWhateverOtherRoleWouldOpenIt() {
        assertThat(of("LV-BORDER", Roles.PROGRAMME_OFFICER, Roles.EVALUATOR, Roles.CONSULTEE, Roles.COMMITTEE_MEMBER))
                .isEqualTo(new Sight(
                        any(LEAD, PARTNER, PARTNER, HANDED_IN, REVIEWED, CONSULTED, DISCUSSED) + UNLESS_CONFLICTED,
                        List.of(
                                "LV-BORDER",
                                "LV-BORDER",
                                "INVITED",
                                "LV-BORDER",
                                "CONFIRMED",
                                "me",
                                "me",
                                "me",
                                "me",
                                "me")));
    }
}

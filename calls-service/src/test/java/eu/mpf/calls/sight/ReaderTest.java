package eu.mpf.calls.sight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.security.KnownCaller;
import eu.mpf.web.security.Roles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For whom the database keeps rows back, whatever a query asks for. */
@Tag("X17")
class ReaderTest {

    private static Reader of(String subject, @Nullable String organisation, String... roles) {
        return Reader.of(new KnownCaller(subject, organisation, roles));
    }

    @Test
    void anOrganisationIsShownItsOwnAlone() {
        assertThat(of("ana", "LV-BORDER", Roles.APPLICANT)).isEqualTo(new Reader("LV-BORDER", ""));
        assertThat(of("ana", "LV-BORDER")).isEqualTo(new Reader("LV-BORDER", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.APPLICANT, Roles.PARTNER, Roles.EVENT_MANAGER, Roles.RAPPORTEUR})
    void whoHasNeitherAnOrganisationNorARoleInCallsIsShownNothing(String role) {
        assertThat(of("ana", null, role)).isEqualTo(new Reader("-", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Roles.PROGRAMME_OFFICER,
                Roles.FINANCE_OFFICER,
                Roles.AUDITOR,
                Roles.ADMINISTRATOR,
                Roles.DATA_PROTECTION_OFFICER,
                Roles.CONSULTEE
            })
    void theFacilityIsShownWhatTheQueriesShow(String role) {
        assertThat(of("ana", null, role)).isEqualTo(Reader.ANYBODY);
        assertThat(of("ana", "ICMPD", role)).isEqualTo(Reader.ANYBODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.EVALUATOR, Roles.COMMITTEE_MEMBER})
    void theDeclaredConflictsOfWhoJudgesCount(String role) {
        assertThat(of("ana", null, role)).isEqualTo(new Reader("", "ana"));
        assertThat(of("ana", "LV-BORDER", role, Roles.APPLICANT)).isEqualTo(new Reader("", "ana"));
    }

    @Test
    void thePublicAndThePlatformItselfAreNobodyInParticular() {
        assertThat(of("anonymous", null)).isEqualTo(Reader.ANYBODY);
        assertThat(of("system", null)).isEqualTo(Reader.ANYBODY);
    }
}

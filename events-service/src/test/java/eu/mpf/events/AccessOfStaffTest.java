package eu.mpf.events;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.security.KnownCaller;
import eu.mpf.web.security.Roles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X17")
class AccessOfStaffTest {
    private static final Set<String> STAFF =
            Set.of(Roles.EVENT_MANAGER, Roles.RAPPORTEUR, Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);

    @Test
    void draftsAreOpenToWhoMakesEventsOrAnswersForThemAndToNobodyElse() {
        for (String role : List.of(
                Roles.PROGRAMME_OFFICER,
                Roles.FINANCE_OFFICER,
                Roles.EVENT_MANAGER,
                Roles.RAPPORTEUR,
                Roles.EVALUATOR,
                Roles.COMMITTEE_MEMBER,
                Roles.CONSULTEE,
                Roles.APPLICANT,
                Roles.AUDITOR,
                Roles.DATA_PROTECTION_OFFICER,
                Roles.ADMINISTRATOR,
                Roles.PARTNER)) {
            assertThat(Access.isStaff(new KnownCaller("me", null, role)))
                    .as(role)
                    .isEqualTo(STAFF.contains(role));
        }
        assertThat(Access.isStaff(new KnownCaller("me", null))).isFalse();
    }
}

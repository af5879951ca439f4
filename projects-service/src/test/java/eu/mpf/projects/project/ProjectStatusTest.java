package eu.mpf.projects.project;

import static eu.mpf.projects.project.ProjectKind.GRANT;
import static eu.mpf.projects.project.ProjectStatus.CLOSED;
import static eu.mpf.projects.project.ProjectStatus.CONTRACTED;
import static eu.mpf.projects.project.ProjectStatus.PLANNED;
import static eu.mpf.projects.project.ProjectStatus.RUNNING;
import static eu.mpf.projects.project.ProjectStatus.SUSPENDED;
import static eu.mpf.projects.project.ProjectStatus.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P3")
class ProjectStatusTest {

    private static final Map<ProjectStatus, Set<ProjectStatus>> ALLOWED = Map.of(
            PLANNED, EnumSet.of(CONTRACTED, TERMINATED),
            CONTRACTED, EnumSet.of(RUNNING, TERMINATED),
            RUNNING, EnumSet.of(SUSPENDED, CLOSED, TERMINATED),
            SUSPENDED, EnumSet.of(RUNNING, TERMINATED),
            CLOSED, EnumSet.noneOf(ProjectStatus.class),
            TERMINATED, EnumSet.noneOf(ProjectStatus.class));

    @Test
    void everyPairOfStatesIsAllowedOrRefusedAsAgreed() {
        for (ProjectStatus from : ProjectStatus.values()) {
            Set<ProjectStatus> reached = EnumSet.noneOf(ProjectStatus.class);
            for (ProjectStatus.Move move : ProjectStatus.Move.values()) {
                from.after(move).ifPresent(reached::add);
            }
            for (ProjectStatus to : ProjectStatus.values()) {
                assertThat(reached.contains(to))
                        .as("%s → %s", from, to)
                        .isEqualTo(ALLOWED.get(from).contains(to));
            }
        }
    }

    @Test
    void noMoveLeadsToTheSameStatus() {
        for (ProjectStatus from : ProjectStatus.values()) {
            for (ProjectStatus.Move move : ProjectStatus.Move.values()) {
                assertThat(from.after(move)).isNotEqualTo(java.util.Optional.of(from));
            }
        }
    }

    @Test
    void granteesAreCurrentWhileAContractHoldsAndPastAfterwards() {
        assertThat(GranteeStanding.of(GRANT, PLANNED, false)).isEqualTo(GranteeStanding.NONE);
        for (ProjectStatus status : EnumSet.of(CONTRACTED, RUNNING, SUSPENDED)) {
            assertThat(GranteeStanding.of(GRANT, status, true)).isEqualTo(GranteeStanding.CURRENT);
        }
        assertThat(GranteeStanding.of(GRANT, CLOSED, true)).isEqualTo(GranteeStanding.PAST);
        assertThat(GranteeStanding.of(GRANT, TERMINATED, true)).isEqualTo(GranteeStanding.PAST);
        assertThat(GranteeStanding.of(GRANT, TERMINATED, false)).isEqualTo(GranteeStanding.NONE);
    }

    @Test
    @Tag("P19")
    void anActionThatIsNoGrantMakesNobodyAGrantee() {
        for (ProjectKind kind : EnumSet.complementOf(EnumSet.of(GRANT))) {
            for (ProjectStatus status : ProjectStatus.values()) {
                assertThat(GranteeStanding.of(kind, status, true)).isEqualTo(GranteeStanding.NONE);
            }
        }
    }

    @Test
    void endedIsWhatNoMoveLeadsOnFrom() {
        for (ProjectStatus status : ProjectStatus.values()) {
            assertThat(status.ended()).isEqualTo(ALLOWED.get(status).isEmpty());
        }
    }
}

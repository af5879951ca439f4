package eu.mpf.projects.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.projects.project.GranteeStanding;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.ProjectStatus.Move;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P19")
class StatusPathTest {

    @Test
    void aProjectThatIsImportedGoesTheWayOfAnyOther() {
        assertThat(StatusPath.to(null, null)).isEmpty();
        assertThat(StatusPath.to(ProjectStatus.PLANNED, null)).isEmpty();
        assertThat(StatusPath.to(ProjectStatus.CONTRACTED, null)).containsExactly(Move.CONTRACT);
        assertThat(StatusPath.to(ProjectStatus.RUNNING, null)).containsExactly(Move.CONTRACT, Move.START);
        assertThat(StatusPath.to(ProjectStatus.SUSPENDED, null))
                .containsExactly(Move.CONTRACT, Move.START, Move.SUSPEND);
        assertThat(StatusPath.to(ProjectStatus.CLOSED, null)).containsExactly(Move.CONTRACT, Move.START, Move.CLOSE);
    }

    @Test
    void whatEndedAfterItsContractHadOne() {
        assertThat(StatusPath.to(ProjectStatus.TERMINATED, GranteeStanding.PAST))
                .isEqualTo(List.of(Move.CONTRACT, Move.TERMINATE));
        for (GranteeStanding standing : new GranteeStanding[] {GranteeStanding.NONE, GranteeStanding.CURRENT, null}) {
            assertThat(StatusPath.to(ProjectStatus.TERMINATED, standing)).isEqualTo(List.of(Move.TERMINATE));
        }
    }
}

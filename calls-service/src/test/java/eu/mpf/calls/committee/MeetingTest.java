package eu.mpf.calls.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.application.Decision;
import eu.mpf.web.problem.ProblemException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MeetingTest {

    private static final UUID APPLICATION = UUID.randomUUID();

    @Test
    void everyPairOfStatusAndCommandIsDecided() {
        Map<MeetingStatus, Set<MeetingCommand>> allowed = Map.of(
                MeetingStatus.PLANNED,
                EnumSet.of(
                        MeetingCommand.ARRANGE,
                        MeetingCommand.SCHEDULE,
                        MeetingCommand.OPEN,
                        MeetingCommand.DECLARE_CONFLICT,
                        MeetingCommand.WRITE_MINUTES),
                MeetingStatus.OPEN,
                EnumSet.complementOf(EnumSet.of(MeetingCommand.OPEN, MeetingCommand.SCHEDULE)),
                MeetingStatus.CLOSED,
                EnumSet.of(MeetingCommand.WRITE_MINUTES, MeetingCommand.DECIDE));
        for (MeetingStatus status : MeetingStatus.values()) {
            for (MeetingCommand command : MeetingCommand.values()) {
                assertThat(status.after(command).isPresent())
                        .as(status + " " + command)
                        .isEqualTo(allowed.getOrDefault(status, Set.of()).contains(command));
            }
        }
    }

    @Test
    @Tag("C18")
    @Tag("rule-5")
    void aDecisionNeedsAQuorumOfMembersWithoutAConflict() {
        Meeting meeting = open("a", "b", "c");
        meeting.declareConflict("c", APPLICATION);
        Map<String, Vote> votes = Map.of("a", Vote.FOR, "b", Vote.FOR, "c", Vote.FOR);
        assertThat(meeting.carried(APPLICATION, 2, votes).proposal()).isEqualTo(Decision.Outcome.AWARD);
        assertThatThrownBy(() -> meeting.carried(APPLICATION, 3, votes))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2 members count");
    }

    @Test
    @Tag("C18")
    @Tag("rule-5")
    void aConflictedOrAbsentMemberCannotVote() {
        Meeting meeting = open("a", "b", "c");
        meeting.declareConflict("a", APPLICATION);
        meeting.presence("b", false, "ill");
        assertThatThrownBy(() -> meeting.requireVote("a", APPLICATION)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> meeting.requireVote("b", APPLICATION)).isInstanceOf(ProblemException.class);
        meeting.requireVote("c", APPLICATION);
    }

    @Test
    void aDrawIsNotCarriedAndTheConflictedVoteIsNotCounted() {
        Meeting meeting = open("a", "b", "c");
        assertThatThrownBy(() ->
                        meeting.carried(APPLICATION, 2, Map.of("a", Vote.FOR, "b", Vote.AGAINST, "c", Vote.ABSTAIN)))
                .isInstanceOf(ProblemException.class);
        meeting.declareConflict("b", APPLICATION);
        assertThat(meeting.carried(APPLICATION, 2, Map.of("a", Vote.FOR, "b", Vote.AGAINST)))
                .isNotNull();
    }

    private static Meeting open(String... members) {
        Meeting meeting = new Meeting(UUID.randomUUID(), UUID.randomUUID(), "1", Instant.EPOCH, Instant.EPOCH);
        for (String member : members) {
            meeting.seat(new Member(member, Member.Role.MEMBER, true, null, List.of()));
        }
        meeting.put(new AgendaItem(APPLICATION, Decision.Outcome.AWARD, null, null));
        meeting.open();
        return meeting;
    }
}

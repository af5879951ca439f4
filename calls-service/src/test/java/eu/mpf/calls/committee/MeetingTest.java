package eu.mpf.calls.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.Refusals;
import eu.mpf.calls.Rows;
import eu.mpf.calls.application.Decision;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.problem.CommonProblem;
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

    private final StateTable<Meeting, MeetingStatus> table = new StateTable<>(
                    MeetingTest::planned, MeetingStatus.class, Meeting::status, Refusals.of(CallsProblem.MEETING_STATE))
            .on("seat", meeting -> meeting.seat(member("d", Member.Role.MEMBER)))
            .on("presence", meeting -> meeting.presence("a", false, "ill"))
            .on("put", meeting -> meeting.put(item(UUID.randomUUID()), false))
            .on("take off", meeting -> meeting.takeOff(APPLICATION, false))
            .on("unseat", meeting -> meeting.unseat("a"))
            .on("schedule", meeting -> meeting.schedule("2", Instant.EPOCH))
            .on("declare", meeting -> meeting.declareConflict("a", APPLICATION))
            .on("open", Meeting::open)
            .on("vote", meeting -> meeting.requireVote("a", APPLICATION))
            .on("decide", meeting -> meeting.carried(APPLICATION, 1, Map.of("a", Vote.FOR)))
            .on("write", meeting -> meeting.write("It began at nine."))
            .on("close", Meeting::close);

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("PLANNED seat", "PLANNED"),
                        Map.entry("PLANNED presence", "PLANNED"),
                        Map.entry("PLANNED put", "PLANNED"),
                        Map.entry("PLANNED take off", "PLANNED"),
                        Map.entry("PLANNED unseat", "PLANNED"),
                        Map.entry("PLANNED schedule", "PLANNED"),
                        Map.entry("PLANNED declare", "PLANNED"),
                        Map.entry("PLANNED write", "PLANNED"),
                        Map.entry("PLANNED open", "OPEN"),
                        Map.entry("OPEN seat", "OPEN"),
                        Map.entry("OPEN presence", "OPEN"),
                        Map.entry("OPEN put", "OPEN"),
                        Map.entry("OPEN take off", "OPEN"),
                        Map.entry("OPEN unseat", "OPEN"),
                        Map.entry("OPEN declare", "OPEN"),
                        Map.entry("OPEN vote", "OPEN"),
                        Map.entry("OPEN decide", "OPEN"),
                        Map.entry("OPEN write", "OPEN"),
                        Map.entry("OPEN close", "CLOSED"),
                        Map.entry("CLOSED write", "CLOSED"),
                        Map.entry("CLOSED decide", "CLOSED")));
    }

    @Test
    void aNewOneIsPlannedAndEmpty() {
        UUID id = UUID.randomUUID();
        UUID call = UUID.randomUUID();
        Meeting meeting = new Meeting(id, call, "First", Instant.EPOCH, Instant.EPOCH);
        assertThat(meeting.id()).isEqualTo(id);
        assertThat(meeting.callId()).isEqualTo(call);
        assertThat(meeting.title()).isEqualTo("First");
        assertThat(meeting.scheduledAt()).isEqualTo(Instant.EPOCH);
        assertThat(meeting.status()).isEqualTo(MeetingStatus.PLANNED);
        assertThat(meeting.members()).isEmpty();
        assertThat(meeting.agenda()).isEmpty();
        assertThat(meeting.minutes()).isNull();
        meeting.schedule("Second", Instant.MAX);
        meeting.write("It began at nine.");
        assertThat(meeting.title()).isEqualTo("Second");
        assertThat(meeting.scheduledAt()).isEqualTo(Instant.MAX);
        assertThat(meeting.minutes()).isEqualTo("It began at nine.");
        assertThat(Rows.read(meeting, "version", 7L).version()).isEqualTo(7);
    }

    @Test
    void aMemberSeatedAnewTakesThePlaceAndKeepsTheConflicts() {
        Meeting meeting = planned();
        meeting.declareConflict("a", APPLICATION);
        meeting.declareConflict("a", APPLICATION);
        meeting.seat(member("a", Member.Role.CHAIR));
        assertThat(meeting.members()).extracting(Member::member).containsExactly("b", "a");
        assertThat(meeting.seated("a")).hasValueSatisfying(seated -> {
            assertThat(seated.role()).isEqualTo(Member.Role.CHAIR);
            assertThat(seated.conflicts()).containsExactly(APPLICATION);
        });
        assertThat(meeting.seated("b").orElseThrow().conflicts()).isEmpty();
        assertThat(meeting.seated("x")).isEmpty();
    }

    @Test
    void whoIsAbsentSaysWhyUntilTheyCome() {
        Meeting meeting = planned();
        meeting.presence("a", false, "ill");
        assertThat(meeting.seated("a").orElseThrow().absence()).isEqualTo("ill");
        assertThat(meeting.seated("b").orElseThrow().present()).isTrue();
        meeting.presence("a", true, "ill");
        assertThat(meeting.seated("a").orElseThrow().absence()).isNull();
        assertThat(meeting.seated("a").orElseThrow().present()).isTrue();
    }

    @Test
    @Tag("C18")
    void aDeclaredConflictStaysOnRecord() {
        Meeting meeting = planned();
        meeting.declareConflict("a", APPLICATION);
        assertThatThrownBy(() -> meeting.unseat("a")).satisfies(Refusals.of(CallsProblem.MEETING_STATE));
        meeting.unseat("b");
        assertThat(meeting.members()).extracting(Member::member).containsExactly("a");
    }

    @Test
    void anApplicationStandsOnTheAgendaOnceAndCanBeTakenOff() {
        Meeting meeting = planned();
        UUID other = UUID.randomUUID();
        meeting.put(item(other), false);
        AgendaItem better = new AgendaItem(APPLICATION, Decision.Outcome.RESERVE, null, null);
        meeting.put(better, false);
        assertThat(meeting.agenda()).containsExactly(item(other), better);
        meeting.takeOff(other, false);
        assertThat(meeting.agenda()).containsExactly(better);
    }

    @Test
    @Tag("C18")
    @Tag("rule-5")
    void whatWasVotedOnNeitherChangesNorGoes() {
        Meeting meeting = open("a", "b");
        AgendaItem other = new AgendaItem(APPLICATION, Decision.Outcome.REJECT, null, null);
        assertThatThrownBy(() -> meeting.put(other, true)).satisfies(Refusals.of(CallsProblem.AGENDA_VOTED));
        assertThatThrownBy(() -> meeting.takeOff(APPLICATION, true)).satisfies(Refusals.of(CallsProblem.AGENDA_VOTED));
        meeting.put(item(APPLICATION), true);
        assertThat(meeting.agenda()).containsExactly(item(APPLICATION));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Meeting meeting = open("a");
        UUID unknown = UUID.randomUUID();
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> asked = List.of(
                () -> meeting.takeOff(unknown, false),
                () -> meeting.declareConflict("a", unknown),
                () -> meeting.declareConflict("x", APPLICATION),
                () -> meeting.presence("x", true, null),
                () -> meeting.unseat("x"),
                () -> meeting.requireVote("a", unknown),
                () -> meeting.requireVote("x", APPLICATION),
                () -> meeting.carried(unknown, 1, Map.of("a", Vote.FOR)));
        for (var each : asked) {
            assertThatThrownBy(each).satisfies(Refusals.of(CommonProblem.NOT_FOUND));
        }
    }

    @Test
    @Tag("C18")
    @Tag("rule-5")
    void anObserverNeitherCountsNorVotes() {
        Meeting meeting = planned();
        meeting.seat(member("o", Member.Role.OBSERVER));
        meeting.open();
        assertThatThrownBy(() -> meeting.requireVote("o", APPLICATION))
                .satisfies(Refusals.of(CallsProblem.CONFLICT_OF_INTEREST));
        assertThatThrownBy(() -> meeting.carried(APPLICATION, 3, Map.of("a", Vote.FOR)))
                .satisfies(Refusals.of(CallsProblem.NO_QUORUM));
        assertThatThrownBy(() -> meeting.carried(APPLICATION, 2, Map.of("o", Vote.FOR)))
                .satisfies(Refusals.of(CallsProblem.NOT_CARRIED));
        assertThat(meeting.carried(APPLICATION, 2, Map.of("a", Vote.FOR, "o", Vote.AGAINST)))
                .isEqualTo(item(APPLICATION));
    }

    private static Meeting planned() {
        Meeting meeting = new Meeting(UUID.randomUUID(), UUID.randomUUID(), "1", Instant.EPOCH, Instant.EPOCH);
        meeting.seat(member("a", Member.Role.MEMBER));
        meeting.seat(member("b", Member.Role.MEMBER));
        meeting.put(item(APPLICATION), false);
        return meeting;
    }

    private static Member member(String name, Member.Role role) {
        return new Member(name, role, true, null, List.of());
    }

    private static AgendaItem item(UUID application) {
        return new AgendaItem(application, Decision.Outcome.AWARD, null, null);
    }

    private static Meeting open(String... members) {
        Meeting meeting = new Meeting(UUID.randomUUID(), UUID.randomUUID(), "1", Instant.EPOCH, Instant.EPOCH);
        for (String member : members) {
            meeting.seat(new Member(member, Member.Role.MEMBER, true, null, List.of()));
        }
        meeting.put(new AgendaItem(APPLICATION, Decision.Outcome.AWARD, null, null), false);
        meeting.open();
        return meeting;
    }
}

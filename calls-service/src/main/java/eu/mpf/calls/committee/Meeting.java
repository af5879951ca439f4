package eu.mpf.calls.committee;

import eu.mpf.calls.CallsProblem;
import eu.mpf.web.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A meeting of the committee of a call. */
@Entity
@Table(name = "committee_meeting")
public class Meeting {

    @Id
    private UUID id;

    @Column(name = "call_id")
    private UUID callId;

    private String title;

    @Column(name = "scheduled_at")
    private Instant scheduledAt;

    @Enumerated(EnumType.STRING)
    private MeetingStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Member> members;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<AgendaItem> agenda;

    private @Nullable String minutes;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected Meeting() {}

    Meeting(UUID id, UUID callId, String title, Instant scheduledAt, Instant now) {
        this.id = id;
        this.callId = callId;
        this.title = title;
        this.scheduledAt = scheduledAt;
        this.status = MeetingStatus.PLANNED;
        this.members = List.of();
        this.agenda = List.of();
        this.createdAt = now;
    }

    void seat(Member member) {
        move(MeetingCommand.ARRANGE);
        List<Member> all = new ArrayList<>(members);
        // Being seated anew takes no declared conflict away.
        List<UUID> conflicts = seated(member.member()).map(Member::conflicts).orElse(List.of());
        all.removeIf(each -> each.member().equals(member.member()));
        all.add(member.withConflicts(conflicts));
        members = List.copyOf(all);
    }

    void presence(String member, boolean present, @Nullable String absence) {
        move(MeetingCommand.ARRANGE);
        change(member, each -> each.withPresence(present, absence));
    }

    void declareConflict(String member, UUID applicationId) {
        move(MeetingCommand.DECLARE_CONFLICT);
        item(applicationId);
        change(member, each -> each.withConflict(applicationId));
    }

    private void change(String member, UnaryOperator<Member> how) {
        member(member);
        members = members.stream()
                .map(each -> each.member().equals(member) ? how.apply(each) : each)
                .toList();
    }

    /**
     * @param voted whether votes were cast on the application here: they are on the proposal as it stands, so no other takes
     *     its place
     * @throws ProblemException 409
     */
    void put(AgendaItem item, boolean voted) {
        move(MeetingCommand.ARRANGE);
        if (agenda.contains(item)) {
            return;
        }
        refuseVoted(voted);
        List<AgendaItem> all = new ArrayList<>(agenda);
        all.removeIf(each -> each.applicationId().equals(item.applicationId()));
        all.add(item);
        agenda = List.copyOf(all);
    }

    /** @param voted whether votes were cast on it: then it stays, with them. @throws ProblemException 404, 409 */
    void takeOff(UUID applicationId, boolean voted) {
        move(MeetingCommand.ARRANGE);
        AgendaItem gone = item(applicationId);
        refuseVoted(voted);
        agenda = agenda.stream().filter(each -> !each.equals(gone)).toList();
    }

    private static void refuseVoted(boolean voted) {
        if (voted) {
            throw new ProblemException(
                    CallsProblem.AGENDA_VOTED, "The votes are on this proposal; another needs another meeting.");
        }
    }

    void unseat(String member) {
        move(MeetingCommand.ARRANGE);
        Member gone = member(member);
        if (!gone.conflicts().isEmpty()) {
            throw new ProblemException(
                    CallsProblem.MEETING_STATE, "A declared conflict stays on record: note the absence instead.");
        }
        members = members.stream().filter(each -> !each.equals(gone)).toList();
    }

    void schedule(String newTitle, Instant at) {
        move(MeetingCommand.SCHEDULE);
        title = newTitle;
        scheduledAt = at;
    }

    void open() {
        move(MeetingCommand.OPEN);
    }

    void close() {
        move(MeetingCommand.CLOSE);
    }

    void write(String text) {
        move(MeetingCommand.WRITE_MINUTES);
        minutes = text;
    }

    /** Whether the member may vote on the application. @throws ProblemException 404, 403, 409 */
    void requireVote(String member, UUID applicationId) {
        move(MeetingCommand.VOTE);
        item(applicationId);
        Member voter = member(member);
        if (!voter.countsFor(applicationId)) {
            throw new ProblemException(
                    CallsProblem.CONFLICT_OF_INTEREST,
                    "Only members who are present, have a vote and declared no conflict take part.");
        }
    }

    /**
     * The proposal, if a quorum of members without a conflict is present and more vote for it than against.
     *
     * @throws ProblemException 409 without a quorum or a majority
     */
    AgendaItem carried(UUID applicationId, int quorum, Map<String, Vote> votes) {
        move(MeetingCommand.DECIDE);
        AgendaItem item = item(applicationId);
        List<Member> counting = members.stream()
                .filter(member -> member.countsFor(applicationId))
                .toList();
        if (counting.size() < quorum) {
            throw new ProblemException(
                    CallsProblem.NO_QUORUM,
                    counting.size() + " members count for this application, " + quorum + " are needed.");
        }
        long inFavour = count(counting, votes, Vote.FOR);
        long against = count(counting, votes, Vote.AGAINST);
        if (inFavour <= against) {
            throw new ProblemException(CallsProblem.NOT_CARRIED, inFavour + " votes for it, " + against + " against.");
        }
        return item;
    }

    private static long count(List<Member> counting, Map<String, Vote> votes, Vote vote) {
        return counting.stream()
                .filter(member -> votes.get(member.member()) == vote)
                .count();
    }

    private void move(MeetingCommand command) {
        MeetingStatus before = status;
        status = before.after(command)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.MEETING_STATE,
                        "A meeting that is " + before + " does not allow " + command + "."));
    }

    private AgendaItem item(UUID applicationId) {
        return agenda.stream()
                .filter(each -> each.applicationId().equals(applicationId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("agenda item", applicationId));
    }

    private Member member(String member) {
        return seated(member).orElseThrow(() -> ProblemException.notFound("member", member));
    }

    public Optional<Member> seated(String member) {
        return members.stream().filter(each -> each.member().equals(member)).findFirst();
    }

    public UUID id() {
        return id;
    }

    public UUID callId() {
        return callId;
    }

    public String title() {
        return title;
    }

    public Instant scheduledAt() {
        return scheduledAt;
    }

    public MeetingStatus status() {
        return status;
    }

    public List<Member> members() {
        return members;
    }

    public List<AgendaItem> agenda() {
        return agenda;
    }

    public @Nullable String minutes() {
        return minutes;
    }

    public long version() {
        return version;
    }
}

package eu.mpf.calls.committee;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.calls.application.Applications;
import eu.mpf.calls.call.Calls;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Preparing and holding a meeting. */
@ApplicationScoped
@Transactional
public class MeetingService {

    private final Meetings meetings;
    private final Calls calls;
    private final Applications applications;
    private final MergePatch mergePatch;
    private final AuditTrail audit;
    private final Caller caller;

    MeetingService(
            Meetings meetings,
            Calls calls,
            Applications applications,
            MergePatch mergePatch,
            AuditTrail audit,
            Caller caller) {
        this.meetings = meetings;
        this.calls = calls;
        this.applications = applications;
        this.mergePatch = mergePatch;
        this.audit = audit;
        this.caller = caller;
    }

    public Meeting plan(UUID callId, String title, Instant scheduledAt) {
        Instant now = calls.get(callId).now().truncatedTo(ChronoUnit.MILLIS);
        Meeting meeting = new Meeting(Ids.next(), callId, title, scheduledAt, now);
        meetings.persist(meeting);
        audit.record("committee-meeting.plan", "committee-meeting", meeting.id(), null, MeetingTrace.of(meeting), null);
        return meeting;
    }

    public Meeting seat(UUID id, long version, Member member) {
        return change(id, version, "member", meeting -> meeting.seat(member));
    }

    public Meeting presence(UUID id, long version, String member, boolean present, @Nullable String absence) {
        return change(id, version, "presence", meeting -> meeting.presence(member, present, absence));
    }

    /** Declared by the member itself. */
    public Meeting declareConflict(UUID id, long version, String member, UUID applicationId, String reason) {
        if (!member.equals(caller.subject())) {
            throw ProblemException.notFound("member", member);
        }
        Meeting meeting = meetings.get(id, version);
        return change(meeting, "conflict", reason, each -> each.declareConflict(member, applicationId));
    }

    /** @throws ProblemException 400 for what was not handed in to the meeting's call; 409 once it was voted on */
    public Meeting put(UUID id, long version, AgendaItem item) {
        Meeting meeting = meetings.locked(id, version);
        refuseForeign(meeting, item.applicationId());
        boolean voted = meetings.voted(id, item.applicationId());
        return change(meeting, "agenda", null, each -> each.put(item, voted));
    }

    /** Members read what is on their agenda: only what was handed in to their call may be put there. */
    private void refuseForeign(Meeting meeting, UUID applicationId) {
        boolean handedIn = applications
                .findByIdOptional(applicationId)
                .filter(application -> application.callId().equals(meeting.callId()))
                .filter(application -> application.status().isHandedIn())
                .isPresent();
        if (!handedIn) {
            throw ProblemException.invalid(
                    "/applicationId", "not-handed-in", "no application that was handed in to the call of the meeting");
        }
    }

    /** @throws ProblemException 409 once it was voted on */
    public Meeting takeOff(UUID id, long version, UUID applicationId) {
        Meeting meeting = meetings.locked(id, version);
        boolean voted = meetings.voted(id, applicationId);
        return change(meeting, "agenda-remove", null, each -> each.takeOff(applicationId, voted));
    }

    public Meeting unseat(UUID id, long version, String member) {
        return change(id, version, "unseat", meeting -> meeting.unseat(member));
    }

    public Meeting schedule(UUID id, long version, JsonNode patch) {
        Meeting known = meetings.get(id, version);
        Schedule schedule = mergePatch.apply(new Schedule(known.title(), known.scheduledAt()), patch, Schedule.class);
        return change(id, version, "schedule", meeting -> meeting.schedule(schedule.title(), schedule.scheduledAt()));
    }

    /** What of a planned meeting may be changed by a merge patch. */
    record Schedule(
            @NotBlank @Size(max = 500) String title,
            @NotNull Instant scheduledAt) {}

    public Meeting open(UUID id, long version) {
        requireChair(id);
        return change(id, version, "open", Meeting::open);
    }

    public Meeting close(UUID id, long version) {
        requireChair(id);
        return change(id, version, "close", Meeting::close);
    }

    /** The officer runs a meeting, or its chair. */
    private void requireChair(UUID id) {
        Meeting meeting = visible(meetings.get(id));
        boolean chair = meeting.seated(caller.subject())
                .filter(member -> member.role() == Member.Role.CHAIR)
                .isPresent();
        if (!chair && !caller.hasRole(Roles.PROGRAMME_OFFICER)) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "The chair or a programme officer does this.");
        }
    }

    public Meeting write(UUID id, long version, String minutes) {
        return change(id, version, "minutes", meeting -> meeting.write(minutes));
    }

    private Meeting change(UUID id, long version, String what, Consumer<Meeting> how) {
        return change(meetings.get(id, version), what, null, how);
    }

    private Meeting change(Meeting meeting, String what, @Nullable String reason, Consumer<Meeting> how) {
        MeetingTrace before = MeetingTrace.of(meeting);
        how.accept(meeting);
        meetings.flush();
        audit.record(
                "committee-meeting." + what,
                "committee-meeting",
                meeting.id(),
                before,
                MeetingTrace.of(meeting),
                reason);
        return meeting;
    }

    /** Casts the caller's vote; casting again replaces it while the meeting is open. */
    public void vote(UUID id, UUID applicationId, Vote vote) {
        Meeting meeting = visible(meetings.shared(id));
        meeting.requireVote(caller.subject(), applicationId);
        Vote before = meetings.votes(id).getOrDefault(applicationId, Map.of()).get(caller.subject());
        meetings.vote(id, applicationId, caller.subject(), vote);
        audit.record(
                "committee-meeting.vote",
                "committee-meeting",
                id,
                before == null ? null : Map.of("application", applicationId, "vote", before),
                Map.of("application", applicationId, "vote", vote),
                null);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Meeting visible(UUID id) {
        return visible(meetings.get(id));
    }

    private Meeting visible(Meeting meeting) {
        boolean staff =
                caller.hasAnyRole(Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);
        if (!staff && meeting.seated(caller.subject()).isEmpty()) {
            throw ProblemException.notFound("meeting", meeting.id());
        }
        return meeting;
    }

    /** The applications that a conflict hides from the caller. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<UUID> hidden(Meeting meeting) {
        return meeting.seated(caller.subject())
                .map(member -> Set.copyOf(member.conflicts()))
                .orElse(Set.of());
    }

    /** Votes by application, without those on which the caller has a conflict. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, Map<String, Vote>> votes(UUID id) {
        Meeting meeting = visible(id);
        Map<UUID, Map<String, Vote>> votes = new LinkedHashMap<>(meetings.votes(id));
        votes.keySet().removeAll(hidden(meeting));
        return votes;
    }
}

package eu.mpf.calls.committee;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The stored meetings and votes. */
@ApplicationScoped
public class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

    Meeting get(UUID id) {
        return Optional.ofNullable(findById(id)).orElseThrow(() -> ProblemException.notFound("meeting", id));
    }

    Meeting get(UUID id, long version) {
        Meeting meeting = get(id);
        Versions.check(version, meeting.version());
        return meeting;
    }

    /** Locked against a change, not against other votes or decisions. */
    Meeting shared(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_READ))
                .orElseThrow(() -> ProblemException.notFound("meeting", id));
    }

    /** Locked against votes, too. @throws ProblemException 404, 412 */
    Meeting locked(UUID id, long version) {
        Meeting meeting = Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("meeting", id));
        Versions.check(version, meeting.version());
        return meeting;
    }

    boolean voted(UUID id, UUID applicationId) {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "SELECT EXISTS (SELECT 1 FROM committee_vote WHERE meeting_id = ?1 AND application_id = ?2)",
                        Boolean.class)
                .setParameter(1, id)
                .setParameter(2, applicationId)
                .getSingleResult();
    }

    void vote(UUID id, UUID applicationId, String member, Vote vote) {
        getEntityManager()
                .createNativeQuery("INSERT INTO committee_vote (meeting_id, application_id, member, vote, cast_at)"
                        + " VALUES (?1, ?2, ?3, ?4, platform_clock()) ON CONFLICT (meeting_id, application_id, member)"
                        + " DO UPDATE SET vote = excluded.vote, cast_at = excluded.cast_at")
                .setParameter(1, id)
                .setParameter(2, applicationId)
                .setParameter(3, member)
                .setParameter(4, vote.name())
                .executeUpdate();
    }

    /** Votes by application and member. */
    Map<UUID, Map<String, Vote>> votes(UUID id) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "SELECT application_id, member, vote FROM committee_vote WHERE meeting_id = ?1"
                                + " ORDER BY application_id, member",
                        Object[].class)
                .setParameter(1, id)
                .getResultList();
        Map<UUID, Map<String, Vote>> votes = new LinkedHashMap<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            votes.computeIfAbsent((UUID) row[0], application -> new LinkedHashMap<>())
                    .put((String) row[1], Vote.valueOf((String) row[2]));
        }
        return votes;
    }
}

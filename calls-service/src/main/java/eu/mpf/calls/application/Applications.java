package eu.mpf.calls.application;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The stored applications and what was handed in. */
@ApplicationScoped
public class Applications implements PanacheRepositoryBase<Application, UUID> {

    /**
     * What a caller may see, and whether that caller opened it before.
     *
     * @throws ProblemException 404 where there is none or the caller may not see it
     */
    public Application visible(UUID id, Sight sight, String subject) {
        String sql = "SELECT {a.*}, platform_clock() AS now, EXISTS (SELECT 1 FROM application_opening o"
                + " WHERE o.application_id = a.id AND o.subject = ?) AS opened FROM application a WHERE a.id = ? AND "
                + sight.condition();
        NativeQuery<?> query = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(numbered(sql), Object[].class)
                .addEntity("a", Application.class)
                .addScalar("now", Instant.class)
                .addScalar("opened", Boolean.class);
        query.setParameter(1, subject);
        query.setParameter(2, id);
        for (int i = 0; i < sight.arguments().size(); i++) {
            query.setParameter(i + 3, sight.arguments().get(i));
        }
        return query.getResultStream()
                .map(row -> read((Object[]) row))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("application", id));
    }

    private static Application read(Object[] row) {
        Application application = (Application) row[0];
        application.reading().at((Instant) row[1]).openedBefore((Boolean) row[2]);
        return application;
    }

    private static String numbered(String sql) {
        StringBuilder numbered = new StringBuilder();
        int next = 1;
        for (char c : sql.toCharArray()) {
            numbered.append(c);
            if (c == '?') {
                numbered.append(next++);
            }
        }
        return numbered.toString();
    }

    /** An organisation's own, with its row locked. @throws ProblemException 404 */
    Application own(UUID id, String organisation) {
        return find("id = ?1 and organisation = ?2", id, organisation)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("application", id));
    }

    /** As above, in that version. @throws ProblemException 404, 412 */
    Application own(UUID id, String organisation, long version) {
        Application application = own(id, organisation);
        Versions.check(version, application.version());
        return application;
    }

    /** Any that was handed in, with its row locked. @throws ProblemException 404 */
    public Application handedIn(UUID id) {
        return find("id = ?1 and status <> ?2", id, ApplicationStatus.DRAFT)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("application", id));
    }

    Application handedIn(UUID id, long version) {
        Application application = handedIn(id);
        Versions.check(version, application.version());
        return application;
    }

    /** Those on the reserve list of a fund or lot, with their rows locked in the order of their ids. */
    public List<Application> reserved(UUID callId, String fund, String lot) {
        return find(
                        "callId = ?1 and fund = ?2 and lot = ?3 and status = ?4 order by id",
                        callId,
                        fund,
                        lot,
                        ApplicationStatus.RESERVED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Application locked(UUID id, long version) {
        Application application = Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("application", id));
        Versions.check(version, application.version());
        return application;
    }

    /** Writes down that somebody opened what was handed in; false if that is known already. */
    boolean opened(UUID id, String subject, Instant now) {
        return getEntityManager()
                        .createNativeQuery("INSERT INTO application_opening (application_id, subject, opened_at)"
                                + " VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                        .setParameter(1, id)
                        .setParameter(2, subject)
                        .setParameter(3, now)
                        .executeUpdate()
                == 1;
    }

    String nextReference() {
        Object number = getEntityManager()
                .createNativeQuery("SELECT nextval('application_number')")
                .getSingleResult();
        return "APP-%06d".formatted(((Number) number).longValue());
    }

    void add(Submission submission) {
        getEntityManager().persist(submission);
    }

    List<Submission> submissions(UUID id) {
        return getEntityManager()
                .createQuery(
                        "from Submission s where s.applicationId = ?1 order by s.submittedAt, s.id", Submission.class)
                .setParameter(1, id)
                .getResultList();
    }
}

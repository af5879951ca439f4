package eu.mpf.calls.seat;

import eu.mpf.calls.CallsProblem;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a caller may know of a whole call: staff everything, a committee member only of calls it sits for. */
@ApplicationScoped
public class Seats {

    private static final String CONFLICTS = """
            SELECT NULL::uuid AS application FROM committee_meeting m
            WHERE m.call_id = ? AND m.members @> jsonb_build_array(jsonb_build_object('member', CAST(? AS text)))
            UNION
            SELECT c.value::uuid FROM committee_meeting m, jsonb_array_elements(m.members) p,
                 jsonb_array_elements_text(p->'conflicts') c
            WHERE m.call_id = ? AND p->>'member' = ?
            UNION
            SELECT e.application_id FROM evaluation e WHERE e.call_id = ? AND e.evaluator = ? AND e.status = 'CONFLICTED'
            """;

    /** Meetings in session that have the quorum for all of some applications, and whether the caller takes the chair. */
    private static final String IN_SESSION = """
            SELECT bool_or(p->>'member' = ? AND p->>'role' = 'CHAIR') FROM committee_meeting m,
                 jsonb_array_elements(m.members) p
            WHERE m.call_id = ? AND m.status = 'OPEN' AND (p->>'present')::boolean AND p->>'role' <> 'OBSERVER'
              AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements_text(p->'conflicts') c WHERE c.value::uuid = ANY(?))
            GROUP BY m.id HAVING count(*) >= ?
            """;

    private final AgroalDataSource dataSource;
    private final Caller caller;

    Seats(AgroalDataSource dataSource, Caller caller) {
        this.dataSource = dataSource;
        this.caller = caller;
    }

    /**
     * The applications of a call that a declared conflict hides from the caller.
     *
     * @throws ProblemException 404 for one who is neither staff nor sits in the committee of the call
     */
    public Set<UUID> hidden(UUID callId) {
        boolean staff =
                caller.hasAnyRole(Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);
        boolean seated = false;
        Set<UUID> hidden = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CONFLICTS)) {
            for (int i = 1; i <= 6; i += 2) {
                statement.setObject(i, callId);
                statement.setString(i + 1, caller.subject());
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID application = row.getObject(1, UUID.class);
                    if (application == null) {
                        seated = true;
                    } else {
                        hidden.add(application);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("seats", e);
        }
        if (!staff && !seated) {
            throw ProblemException.notFound("call", callId);
        }
        return hidden;
    }

    /**
     * The caller speaks for the committee of a call: it takes the chair of a meeting in session, or writes down as a programme
     * officer what that meeting decides; and the meeting has its quorum without those who have a conflict.
     *
     * @param applications on which the meeting is to decide
     * @throws ProblemException 409 where no such meeting is in session, 403 for another than its chair or an officer
     */
    public void requireSession(UUID callId, Collection<UUID> applications, int quorum) {
        List<Boolean> chairs = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(IN_SESSION)) {
            statement.setString(1, caller.subject());
            statement.setObject(2, callId);
            statement.setArray(3, connection.createArrayOf("uuid", applications.toArray()));
            statement.setInt(4, quorum);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    chairs.add(row.getBoolean(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("seats", e);
        }
        if (chairs.isEmpty()) {
            throw new ProblemException(
                    CallsProblem.NO_QUORUM,
                    "It needs an open meeting with " + quorum + " members who are present and without a conflict.");
        }
        if (!chairs.contains(true) && !caller.hasRole(Roles.PROGRAMME_OFFICER)) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "The chair or a programme officer does this.");
        }
    }
}

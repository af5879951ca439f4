package eu.mpf.events.joinlink.api;

import eu.mpf.events.registration.ManageToken;
import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose registration a request speaks for: that of its token, or the signed-in caller's own. */
@ApplicationScoped
class RegistrationsOf {
    private final ManageToken tokens;
    private final Caller caller;
    private final Sql sql;

    RegistrationsOf(ManageToken tokens, Caller caller, Sql sql) {
        this.tokens = tokens;
        this.caller = caller;
        this.sql = sql;
    }

    Optional<UUID> of(UUID sessionId, @Nullable String token) {
        Optional<UUID> byToken = tokens.idIn(token);
        if (byToken.isPresent() || caller.isAnonymous()) {
            return byToken;
        }
        return sql.first("""
                SELECT r.id FROM session_audience a JOIN registration r ON r.id = a.registration_id
                WHERE a.session_id = ? AND r.subject = ?
                """, row -> row.getObject(1, UUID.class), sessionId, caller.subject());
    }
}

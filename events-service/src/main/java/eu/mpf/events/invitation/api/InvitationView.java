package eu.mpf.events.invitation.api;

import eu.mpf.events.event.AudienceCategory;
import eu.mpf.web.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param registered whether somebody with this address has registered; absent for a category as a whole */
@Schema(name = "Invitation")
public record InvitationView(
        UUID id,
        UUID eventId,
        @Nullable String address,
        @Nullable String name,
        @Nullable AudienceCategory category,
        String language,
        @Nullable Boolean registered,
        @Nullable Instant createdAt) {

    static final String COLUMNS = """
            i.*, CASE WHEN i.address_hash IS NOT NULL THEN EXISTS (
              SELECT FROM registration r
              WHERE r.scope_id = i.event_id AND r.address_hash = i.address_hash AND r.status <> 'WITHDRAWN')
            END AS registered""";

    static InvitationView of(ResultSet row) throws SQLException {
        String category = row.getString("category");
        return new InvitationView(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("address"),
                row.getString("name"),
                category == null ? null : AudienceCategory.valueOf(category),
                row.getString("language"),
                row.getObject("registered", Boolean.class),
                Sql.instant(row, "created_at"));
    }
}

package eu.mpf.events.attendance.api;

import eu.mpf.events.event.AudienceCategory;
import eu.mpf.web.export.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Somebody in the list handed to participants. */
record Participant(String name, @Nullable String organisation, AudienceCategory category) {
    static final Table<Participant> TABLE = Table.of(Participant.class)
            .column("name", Participant::name)
            .column("organisation", Participant::organisation)
            .column("category", Participant::category);

    static Participant of(ResultSet row) throws SQLException {
        return new Participant(
                row.getString("name"),
                row.getString("organisation"),
                AudienceCategory.valueOf(row.getString("category")));
    }
}

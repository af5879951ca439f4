package eu.mpf.events.positioning.api;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.positioning.ExerciseStatus;
import eu.mpf.events.positioning.Tally;
import eu.mpf.events.reference.References;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the tally and the version of the exercise it belongs to, in one statement: each position is a version. */
@ApplicationScoped
class TallyReader {
    private static final String TALLY = """
            SELECT x.version, x.typology_version, x.status, k.types,
                   (SELECT coalesce(jsonb_agg(p.means), '[]') FROM position p WHERE p.exercise_id = x.id) AS positions
            FROM positioning_exercise x
            JOIN event e ON e.id = x.event_id
            LEFT JOIN known_typology k ON k.version = x.typology_version
            WHERE x.id = ? AND\s""";

    private final Sql sql;

    TallyReader(Sql sql) {
        this.sql = sql;
    }

    record Counted(long version, TallyView tally) {}

    /** @param visible condition on event {@code e} */
    Optional<Counted> read(UUID exerciseId, String visible) {
        return sql.first(
                TALLY + visible,
                row -> {
                    String types = row.getString("types");
                    Tally tally = Tally.of(
                            types == null ? List.of() : References.types(types),
                            Json.read(row.getString("positions"), new TypeReference<List<List<String>>>() {}));
                    return new Counted(
                            row.getLong("version"),
                            new TallyView(
                                    exerciseId,
                                    row.getInt("typology_version"),
                                    ExerciseStatus.valueOf(row.getString("status")),
                                    tally.projects(),
                                    tally.severalMeans(),
                                    tally.counts()));
                },
                exerciseId);
    }
}

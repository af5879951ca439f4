package eu.mpf.system.bench;

import eu.mpf.system.bench.Letterbox.Letter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which letters people must have got after an opening, from what they were answered, and whether they got these, each once. */
final class ToldOnce {

    private static final Pattern STATUS = Pattern.compile("\"status\":\"([A-Z_]+)\"");

    private final Connection database;
    private final String event;
    private final List<Reply> history;
    private final long seed;

    ToldOnce(Connection database, String event, List<Reply> history, long seed) {
        this.database = database;
        this.event = event;
        this.history = history;
        this.seed = seed;
    }

    /** @return letters that did not arrive, arrived more than once, or that there was no occasion for */
    long wrong(Map<Letter, Integer> delivered) throws SQLException {
        Set<Letter> expected = expected();
        Set<Letter> all = new HashSet<>(expected);
        all.addAll(delivered.keySet());
        return all.stream()
                .filter(letter -> delivered.getOrDefault(letter, 0) != (expected.contains(letter) ? 1 : 0))
                .count();
    }

    private Set<Letter> expected() throws SQLException {
        Set<Letter> expected = new HashSet<>();
        Map<String, Integer> people = new HashMap<>();
        for (Reply reply : history) {
            String address = Crowd.address(reply.person(), seed);
            if (reply.status() == 201) {
                String body = String.valueOf(reply.body());
                people.put(Crowd.id(body), reply.person());
                boolean seated = "CONFIRMED".equals(Crowd.first(STATUS, body));
                expected.add(new Letter(address, seated ? "Confirmed" : "Waiting list"));
            } else if (reply.status() == 200) {
                expected.add(new Letter(address, "Withdrawn"));
            }
        }
        for (String promoted : promoted()) {
            Integer person = people.get(promoted);
            if (person != null) {
                expected.add(new Letter(Crowd.address(person, seed), "A seat for you"));
            }
        }
        return expected;
    }

    private Set<String> promoted() throws SQLException {
        Set<String> promoted = new HashSet<>();
        try (PreparedStatement statement = database.prepareStatement("""
                SELECT r.id FROM registration r JOIN audit_entry a ON a.object_id = r.id::text
                WHERE r.scope_id = ?::uuid AND a.action = 'registration.promote'""")) {
            statement.setString(1, event);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    promoted.add(rows.getString(1));
                }
            }
        }
        return promoted;
    }
}

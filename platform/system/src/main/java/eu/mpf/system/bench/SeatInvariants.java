package eu.mpf.system.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold after an opening, from the history of the clients and from the database; names what does not. */
final class SeatInvariants {

    /** What a check that oversold seats are noticed has to find. */
    static final String OVERSOLD = "I1: seats taken beyond the last";

    private static final Pattern STATUS = Pattern.compile("\"status\":\"([A-Z_]+)\"");

    private final Connection database;
    private final String event;
    private final List<Reply> history;
    private final List<String> broken = new ArrayList<>();

    SeatInvariants(Connection database, String event, List<Reply> history) {
        this.database = database;
        this.event = event;
        this.history = history;
    }

    /**
     * @param limits by category; together more than the seats, so that both bind
     * @param most taken at one moment
     * @param mostByCategory taken at one moment
     * @return what is broken; empty: everything holds
     */
    List<String> check(int seats, Map<String, Integer> limits, int most, Map<String, Integer> mostByCategory)
            throws SQLException {
        noSeatTwice(seats, limits);
        zero(OVERSOLD + ", at one moment", Math.max(0, most - seats));
        mostByCategory.forEach((category, taken) -> zero(
                OVERSOLD + " of " + category + ", at one moment",
                Math.max(0, taken - limits.getOrDefault(category, seats))));
        order();
        nothingAcknowledgedIsLost();
        noEffectTwice();
        everybodyToldOnce();
        zero(
                "answers 5xx, or none at all",
                history.stream()
                        .filter(reply -> reply.status() == 0 || reply.status() >= 500)
                        .count());
        return List.copyOf(broken);
    }

    private void noSeatTwice(int seats, Map<String, Integer> limits) throws SQLException {
        String taken = "SELECT count(*) FROM registration WHERE scope_id = ?::uuid AND status = 'CONFIRMED'";
        long inTheEnd = count(taken);
        zero(OVERSOLD + ", in the end", Math.max(0, inTheEnd - seats));
        zero("I1: seats left empty in the end", Math.max(0, seats - inTheEnd));
        for (Map.Entry<String, Integer> limit : limits.entrySet()) {
            zero(
                    OVERSOLD + " of " + limit.getKey() + ", in the end",
                    Math.max(0, count(taken + " AND category = '" + limit.getKey() + "'") - limit.getValue()));
        }
        zero("I1: counters that do not fit the rows", count("""
                SELECT count(*) FROM seat_counter c WHERE c.scope_id = ?::uuid AND c.kind <> 'SESSION' AND (
                  c.taken <> (SELECT count(*) FROM registration r WHERE r.scope_id = c.scope_id
                              AND r.status = 'CONFIRMED' AND (c.kind = 'TOTAL' OR r.category = c.category))
                  OR c.waiting <> (SELECT count(*) FROM registration r WHERE r.scope_id = c.scope_id
                              AND r.status = 'WAITLISTED' AND (c.kind = 'TOTAL' OR r.category = c.category)))"""));
    }

    private void order() throws SQLException {
        zero("I1: people who wait in front of somebody of their category with a seat", count("""
                SELECT count(*) FROM registration w
                JOIN (SELECT category, max(number) AS last FROM registration
                      WHERE scope_id = ?::uuid AND status = 'CONFIRMED' GROUP BY 1) s
                  ON s.category = w.category AND s.last > w.number
                WHERE w.scope_id = '%s' AND w.status = 'WAITLISTED'""".formatted(event)));
        zero("I1: promotions of somebody before whom another of the category stood", count("""
                SELECT count(*) FROM (
                  SELECT r.number, r.category, a.recorded_at FROM registration r
                  JOIN audit_entry a ON a.object_id = r.id::text AND a.action = 'registration.promote'
                  WHERE r.scope_id = ?::uuid) p
                WHERE EXISTS (
                  SELECT FROM registration o
                  JOIN audit_entry a ON a.object_id = o.id::text AND a.action = 'registration.promote'
                  WHERE o.scope_id = '%s' AND o.category = p.category
                    AND o.number > p.number AND a.recorded_at < p.recorded_at)""".formatted(event)));
        zero("I1: numbers missing or given twice in the order of arrival", count("""
                SELECT coalesce(max(number), 0) - count(DISTINCT number) + count(*) - count(DISTINCT number)
                FROM registration WHERE scope_id = ?::uuid"""));
    }

    private void nothingAcknowledgedIsLost() throws SQLException {
        Map<String, String> stored = new HashMap<>();
        try (PreparedStatement statement =
                        database.prepareStatement("SELECT id, status FROM registration WHERE scope_id = ?::uuid");
                var rows = rows(statement)) {
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getString(2));
            }
        }
        zero(
                "I2: registrations answered with 201 that are not there",
                history.stream()
                        .filter(reply -> reply.status() == 201)
                        .filter(reply -> !stored.containsKey(Crowd.id(String.valueOf(reply.body()))))
                        .count());
        zero(
                "I2: withdrawals answered with 200 that did not happen",
                history.stream()
                        .filter(reply -> reply.status() == 200)
                        .filter(reply -> !"WITHDRAWN".equals(stored.get(Crowd.id(String.valueOf(reply.body())))))
                        .count());
        nobodyLosesTheirSeat(stored);
    }

    /** Who was told of a seat has it, or gave it up. */
    private void nobodyLosesTheirSeat(Map<String, String> stored) {
        Set<String> givenUp = history.stream()
                .filter(reply -> reply.status() == 200)
                .map(reply -> Crowd.id(String.valueOf(reply.body())))
                .collect(Collectors.toSet());
        zero(
                "I2: people told of a seat who have none",
                history.stream()
                        .filter(reply -> reply.status() == 201)
                        .map(reply -> String.valueOf(reply.body()))
                        .filter(body -> "CONFIRMED".equals(Crowd.first(STATUS, body)))
                        .map(Crowd::id)
                        .distinct()
                        .filter(id -> !givenUp.contains(id) && !"CONFIRMED".equals(stored.get(id)))
                        .count());
    }

    private void noEffectTwice() throws SQLException {
        zero("I3: addresses registered twice", count("""
                SELECT count(*) FROM (SELECT address_hash FROM registration
                  WHERE scope_id = ?::uuid GROUP BY 1 HAVING count(*) > 1) twice"""));
        Map<String, Set<String>> answers = new HashMap<>();
        history.stream()
                .filter(reply -> !Crowd.isToBeRepeated(reply))
                .forEach(reply -> answers.computeIfAbsent(reply.key(), any -> new HashSet<>())
                        .add(reply.status() < 300 ? reply.status() + reply.body() : "" + reply.status()));
        zero(
                "I3: keys that were answered in more than one way",
                answers.values().stream().filter(ways -> ways.size() > 1).count());
        equal(
                "I3: registrations, one for each key that was told of one",
                history.stream()
                        .filter(reply -> reply.status() == 201)
                        .map(Reply::key)
                        .distinct()
                        .count(),
                count("SELECT count(*) FROM registration WHERE scope_id = ?::uuid"));
    }

    private void everybodyToldOnce() throws SQLException {
        zero("told once: people with another number of letters queued than things to be told", count("""
                SELECT count(*) FROM (
                  SELECT r.id FROM registration r
                  LEFT JOIN mail_outbox m ON m.dedup_key LIKE 'registration/' || r.id || '/%'
                  WHERE r.scope_id = ?::uuid GROUP BY r.id, r.status
                  HAVING count(*) FILTER (WHERE m.dedup_key ~ '/(confirmed|waiting)$') <> 1
                    OR count(*) FILTER (WHERE m.dedup_key LIKE '%/promoted') <>
                       (SELECT count(*) FROM audit_entry a
                        WHERE a.object_id = r.id::text AND a.action = 'registration.promote')
                    OR count(*) FILTER (WHERE m.dedup_key LIKE '%/withdrawn') <>
                       CASE WHEN r.status = 'WITHDRAWN' THEN 1 ELSE 0 END) told"""));
        zero("told once: facts published twice, or not at all", count("""
                SELECT abs((SELECT count(*) FROM registration WHERE scope_id = ?::uuid)
                  - (SELECT count(DISTINCT aggregate_id) FROM outbox_event
                     WHERE topic = 'mpf.events.registration.v1' AND payload ->> 'eventId' = '%1$s'))
                  + (SELECT count(*) FROM (SELECT aggregate_id, aggregate_version FROM outbox_event
                     WHERE topic = 'mpf.events.registration.v1' AND payload ->> 'eventId' = '%1$s'
                     GROUP BY 1, 2 HAVING count(*) > 1) twice)""".formatted(event)));
        zero("I5: registrations whose facts do not run from 0 to the present version", count("""
                SELECT count(*) FROM (
                  SELECT r.id FROM registration r
                  LEFT JOIN outbox_event o ON o.topic = 'mpf.events.registration.v1' AND o.aggregate_id = r.id::text
                  WHERE r.scope_id = ?::uuid GROUP BY r.id, r.version
                  HAVING count(o.*) <> r.version + 1 OR max(o.aggregate_version) <> r.version) gaps"""));
    }

    private void zero(String what, long found) {
        equal(what, 0, found);
    }

    private void equal(String what, long wanted, long found) {
        boolean holds = wanted == found;
        System.out.printf(
                Locale.ROOT,
                "   %-4s  %-76s %,9d%s%n",
                holds ? "PASS" : "FAIL",
                what,
                found,
                holds ? "" : " instead of " + wanted);
        if (!holds) {
            broken.add(what);
        }
    }

    private long count(String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql);
                var rows = rows(statement)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private java.sql.ResultSet rows(PreparedStatement statement) throws SQLException {
        statement.setString(1, event);
        return statement.executeQuery();
    }
}

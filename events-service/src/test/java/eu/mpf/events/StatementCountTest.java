package eu.mpf.events;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.Programme.Made;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.SqlStatements;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request costs the database, whatever the number of rows. */
@MpfTest
class StatementCountTest {
    private static final int TRANSACTION = 2;

    @Test
    void readingOneTakesOneStatementAndAListAtMostTwo() {
        Made event = publishedEvent(Map.of());
        Made session = session(event.id(), "m1", Map.of("projects", List.of("A", "B")));
        contribution(session.id(), person("Count Me", Map.of()).id(), Map.of());
        for (String one : List.of(
                "/v1/events/" + event.id(), "/v1/sessions/" + session.id(), "/v1/events/" + event.id() + "/capacity")) {
            assertThat(statements(one)).as(one).isBetween(1, 1);
        }
        for (String list : List.of(
                "/v1/events?count=true",
                "/v1/event-series",
                "/v1/people?count=true",
                "/v1/events/" + event.id() + "/sessions",
                "/v1/sessions/" + session.id() + "/contributions",
                "/v1/positioning-exercises")) {
            assertThat(statements(list)).as(list).isBetween(1, 2);
        }
        assertThat(statements("/v1/events/" + event.id() + "/programme")).isBetween(1, 3);
    }

    @Test
    void registeringTakesTwoStatementsOfItsOwnAndOneForEventAuditAndMailTogether() {
        Made event = publishedEvent(
                Map.of("capacity", 5, "startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00"));
        Registrations.register(event.id(), Map.of());
        assertThat(SqlStatements.during(() -> Registrations.register(event.id(), Map.of())))
                .isBetween(2, 3 + TRANSACTION);
    }

    @Test
    void aStateVerbReadsWritesAndRecords() {
        Made event = publishedEvent(Map.of());
        assertThat(SqlStatements.during(() -> manager()
                        .header("If-Match", event.etag())
                        .post("/v1/events/{id}:hold", event.id())
                        .then()
                        .statusCode(200)))
                // Event, its version, the fact, the audit entry; and for the presentations: sessions and their list.
                .isBetween(2, 6 + TRANSACTION);
    }

    private static int statements(String path) {
        Api.anonymous().get(path).then().statusCode(200);
        return SqlStatements.during(() -> Api.anonymous().get(path).then().statusCode(200));
    }
}

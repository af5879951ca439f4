package eu.mpf.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.kit.FeedServers;
import eu.mpf.gateway.kit.RunningGateway;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.web.problem.ProblemException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of changes on a real database, without a broker. */
class ChangeLogTest {

    private static final TypeFilter EVERYTHING = TypeFilter.of(List.of(), FeedInstance.EVERYTHING);

    private FeedInstance feed;

    @BeforeEach
    void open() throws Exception {
        feed = new FeedInstance(FeedServers.newDatabase(), 1);
    }

    @AfterEach
    void close() {
        feed.close();
    }

    private void append(String data) throws Exception {
        append("eu.mpf.projects.organisation.registered.v1", data);
    }

    private void append(String type, String data) throws Exception {
        feed.log.append(new IncomingEvent(
                UUID.randomUUID(),
                type,
                "/projects-service",
                "mpf.projects.organisation.v1",
                "p",
                1,
                Instant.now(),
                null,
                new ObjectMapper().readTree(data)));
    }

    private ChangeLog.Found read(Long after, int limit) throws Exception {
        return feed.log.read(after, EVERYTHING, limit, feed.identity.cursors());
    }

    @Test
    void theCursorOfAnEmptyFeedLeadsToTheFirstChange() throws Exception {
        ChangeLog.Found empty = read(null, 10);
        assertThat(empty.changes()).isEmpty();
        assertThat(empty.caughtUp()).isTrue();
        append("{}");
        assertThat(read(empty.end(), 10).changes()).hasSize(1);
    }

    @Test
    void dataComesBackAsItWasPublished() throws Exception {
        String data = "{\"z\":1,\"a\":{\"amount\":\"12.30\"},\"title\":{\"lv\":\"Ķekava\"},\"text\":\"a\\nb\\u0000\"}";
        append(data);
        assertThat(read(null, 1).changes().getFirst().data()).isEqualTo(data);
    }

    @Test
    void removedChangesAreRefusedNotSkipped() throws Exception {
        append("{\"n\":1}");
        append("{\"n\":2}");
        long first = read(null, 1).end();
        long second = read(null, 2).end();
        try (Connection connection = feed.dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE change SET appended_at = now() - interval '31 days'");
        }
        append("{\"n\":3}");
        assertThat(feed.log.forget(Duration.ofDays(30))).isEqualTo(2);

        assertThatThrownBy(() -> read(first, 10))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(GatewayProblem.CURSOR_EXPIRED));
        assertThat(read(second, 10).changes()).extracting(Change::data).containsExactly("{\"n\":3}");
        assertThat(read(null, 10).changes()).extracting(Change::data).containsExactly("{\"n\":3}");
        assertThat(feed.log.forget(Duration.ofDays(30))).isZero();
    }

    @Test
    @Tag("X8")
    void aPartnerWhoWasAwayForAMonthFindsEverythingAndEndsWithTheStateOfTheSource() throws Exception {
        append("{}");
        long left = read(null, 10).end();
        Map<Integer, Integer> source = new TreeMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int code = random.nextInt(40);
            if (random.nextInt(6) == 0) {
                source.remove(code);
                append(
                        "eu.mpf.projects.organisation.merged.v1",
                        "{\"code\":%d,\"name\":%d,\"mergedInto\":\"EU-X\"}".formatted(code, i));
            } else {
                source.put(code, i);
                append("{\"code\":%d,\"name\":%d}".formatted(code, i));
            }
        }
        try (Connection connection = feed.dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE change SET appended_at = now() - interval '31 days'");
        }
        Duration kept = RunningGateway.config(Map.of(
                        "mpf.identity.issuer", "x",
                        "mpf.identity.jwks-url", "http://x",
                        "mpf.gateway.inner-url", "http://x"))
                .gateway()
                .feed()
                .retention();
        assertThat(feed.log.forget(kept)).isZero();
        Map<Integer, Integer> copy = new TreeMap<>();
        long cursor = left;
        boolean caughtUp = false;
        while (!caughtUp) {
            ChangeLog.Found page = read(cursor, 17);
            for (Change change : page.changes()) {
                var data = new com.fasterxml.jackson.databind.ObjectMapper().readTree(change.data());
                if (data.hasNonNull("mergedInto")) {
                    copy.remove(data.path("code").asInt());
                } else {
                    copy.put(data.path("code").asInt(), data.path("name").asInt());
                }
            }
            cursor = page.end();
            caughtUp = page.caughtUp();
        }
        assertThat(copy).isEqualTo(source);
    }

    @Test
    void aFeedEmptiedByRetentionGoesOnWhereItWas() throws Exception {
        append("{}");
        long end = read(null, 10).end();
        feed.log.forget(Duration.ofDays(-1));
        assertThat(read(null, 10).end()).isEqualTo(end);
        assertThat(read(end, 10).end()).isEqualTo(end);
    }

    @Test
    void aCursorBeyondTheFeedIsRefused() throws Exception {
        append("{}");
        long beyond = read(null, 10).end() + 1;
        assertThatThrownBy(() -> read(beyond, 10)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCursorWithAnyCharacterChangedIsRefused() {
        Cursors cursors = feed.identity.cursors();
        String cursor = cursors.at(42);
        assertThat(cursors.position(cursor, "after")).isEqualTo(42);
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> cursors.position(changed, "after")).isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> cursors.position("!" + cursor.substring(1), "after"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Cursors(new byte[32]).position(cursor, "after"))
                .isInstanceOf(ProblemException.class);
    }
}

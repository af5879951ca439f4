package eu.mpf.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.messaging.BatchListener;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.TestService;
import eu.mpf.messaging.TestStack;
import eu.mpf.messaging.cloudevents.EventContext;
import eu.mpf.messaging.inbox.Inbox.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the inbox makes of a delivery, without the delivering. */
@Tag("running")
class InboxDecisionsTest {
    private static TestService service;

    private final String consumer = "test." + UUID.randomUUID();
    private final List<IncomingEvent> seen = new ArrayList<>();
    private final Inbox inbox = new Inbox(service.transactions, 1);

    @BeforeAll
    static void open() {
        service = new TestService(TestStack.newDatabase());
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void anEventHasItsEffectOnceForEachConsumer() {
        IncomingEvent event = event("a", 1);
        assertThat(handle(true, event)).isEqualTo(Outcome.HANDLED);
        assertThat(handle(true, event)).isEqualTo(Outcome.DUPLICATE);
        assertThat(inbox.handle(new Listener("another." + consumer, true), new Delivery(event, null)))
                .isEqualTo(Outcome.HANDLED);
        assertThat(seen).containsExactly(event, event);
    }

    @Test
    void anOlderVersionIsStaleAndAnEqualOneIsNot() {
        assertThat(handle(true, event("a", 3))).isEqualTo(Outcome.HANDLED);
        assertThat(handle(true, event("a", 2))).isEqualTo(Outcome.STALE);
        assertThat(handle(true, event("a", 3))).isEqualTo(Outcome.HANDLED);
        assertThat(handle(true, event("b", 1))).isEqualTo(Outcome.HANDLED);
        assertThat(handle(false, event("a", 1))).as("whoever wants all").isEqualTo(Outcome.HANDLED);
        assertThat(seen).extracting(IncomingEvent::sequence).containsExactly(3L, 3L, 1L, 1L);
    }

    @Test
    void aFailureLeavesNoTraceAndItsPlaceToTheNext() {
        IncomingEvent event = event("a", 1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> inbox.handle(new Failing(consumer), new Delivery(event, null)))
                    .hasMessage("on purpose");
        }
        assertThat(handle(true, event)).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void manyAreHandedOverTogetherWithoutTheDuplicatesAndTheStale() {
        IncomingEvent known = event("a", 5);
        handle(true, known);
        seen.clear();
        IncomingEvent twice = event("b", 1);
        List<IncomingEvent> events = List.of(event("a", 4), known, twice, event("a", 6), twice, event("c", 1));
        assertThat(handleAll(new Listener(consumer, true), events))
                .containsExactly(
                        Outcome.STALE,
                        Outcome.DUPLICATE,
                        Outcome.HANDLED,
                        Outcome.HANDLED,
                        Outcome.DUPLICATE,
                        Outcome.HANDLED);
        assertThat(seen).containsExactly(twice, events.get(3), events.get(5));
        seen.clear();
        assertThat(handleAll(new Listener(consumer, false), events))
                .as("all were remembered")
                .containsOnly(Outcome.DUPLICATE);
        assertThat(handleAll(new Listener(consumer, false), List.of(event("a", 1))))
                .containsExactly(Outcome.HANDLED);
        assertThat(seen).hasSize(1);
        assertThatThrownBy(() -> handleAll(new Failing(consumer), List.of(event("d", 1))))
                .hasMessage("on purpose");
        assertThat(handleAll(new Listener(consumer, true), List.of(event("d", 1))))
                .containsExactly(Outcome.HANDLED);
    }

    @Test
    void versionsOutOfOrderAmongManyAreJudgedAsIfTheyCameOneByOne() {
        handle(true, event("a", 3));
        seen.clear();
        List<IncomingEvent> events = List.of(
                event("a", 2),
                event("a", 3),
                event("a", 5),
                event("a", 4),
                event("new", 7),
                event("new", 6),
                event("a", 5),
                event("new", 7));
        assertThat(handleAll(new Listener(consumer, true), events))
                .containsExactly(
                        Outcome.STALE,
                        Outcome.HANDLED,
                        Outcome.HANDLED,
                        Outcome.STALE,
                        Outcome.HANDLED,
                        Outcome.STALE,
                        Outcome.HANDLED,
                        Outcome.HANDLED);
        assertThat(seen).extracting(IncomingEvent::sequence).containsExactly(3L, 5L, 7L, 5L, 7L);
        assertThat(handle(true, event("a", 4))).as("five is kept").isEqualTo(Outcome.STALE);
        assertThat(handle(true, event("new", 6))).isEqualTo(Outcome.STALE);
        assertThat(handle(true, event("new", 7))).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void aVersionCountsForItsOwnTopicAndItsOwnAggregateAlone() {
        IncomingEvent here = event("a", 9);
        IncomingEvent elsewhere = new IncomingEvent(
                UUID.randomUUID(),
                here.type(),
                here.source(),
                "another topic",
                "a",
                1,
                here.time(),
                here.correlationId(),
                here.data());
        assertThat(handleAll(new Listener(consumer, true), List.of(here, elsewhere, event("b", 1), event("a", 8))))
                .containsExactly(Outcome.HANDLED, Outcome.HANDLED, Outcome.HANDLED, Outcome.STALE);
    }

    @Test
    void aSecondDeliveryAmongManyMovesNoVersion() {
        IncomingEvent five = event("a", 5);
        handle(true, five);
        service.execute("UPDATE inbox_aggregate SET version = 1 WHERE consumer = '" + consumer + "'");
        assertThat(handleAll(new Listener(consumer, true), List.of(five, event("a", 2))))
                .containsExactly(Outcome.DUPLICATE, Outcome.HANDLED);
        assertThat(service.count("SELECT version FROM inbox_aggregate WHERE consumer = '" + consumer + "'"))
                .isEqualTo(2);
    }

    @Test
    void whoTakesOneEventIsGivenManyOneByOneEachAsACauseOfWhatFollows() {
        List<IncomingEvent> events = List.of(event("a", 1), event("b", 1), event("c", 1));
        assertThat(handleAll(new Single(consumer), events)).containsOnly(Outcome.HANDLED);
        assertThat(seen).containsExactlyElementsOf(events);
        assertThat(service.count(
                        "SELECT count(DISTINCT xmin::text) FROM inbox_event WHERE consumer = '" + consumer + "'"))
                .as("one transaction")
                .isEqualTo(1);
    }

    @Test
    void ifOneOfManyFailsNoneIsRememberedAndNoVersionHeld() {
        IncomingEvent poison = event("b", 1);
        List<IncomingEvent> events = List.of(event("a", 5), poison, event("c", 1));
        var refusing = new Single(consumer) {
            @Override
            public void on(IncomingEvent event) {
                if (event.equals(poison)) {
                    throw new IllegalArgumentException("on purpose");
                }
                super.on(event);
            }
        };
        assertThatThrownBy(() -> handleAll(refusing, events)).hasMessage("on purpose");
        assertThat(service.count("SELECT count(*) FROM inbox_event WHERE consumer = '" + consumer + "'"))
                .isZero();
        assertThat(handle(true, event("a", 1))).as("five left no trace").isEqualTo(Outcome.HANDLED);
    }

    @Test
    void onlyWhatWasHandledLongAgoIsForgotten() {
        service.execute("INSERT INTO inbox_event (consumer, event_id, handled_at) SELECT '" + consumer
                + "', uuidv7(), now() - interval '40 days' FROM generate_series(1, 10001)");
        service.execute("INSERT INTO inbox_event (consumer, event_id, handled_at) VALUES ('" + consumer
                + "', uuidv7(), now() - interval '34 days')");
        assertThat(inbox.forget(Duration.ofDays(35))).isEqualTo(10_001);
        assertThat(service.count("SELECT count(*) FROM inbox_event WHERE consumer = '" + consumer + "'"))
                .isEqualTo(1);
    }

    private Outcome handle(boolean latestOnly, IncomingEvent event) {
        return inbox.handle(new Listener(consumer, latestOnly), new Delivery(event, null));
    }

    private List<Outcome> handleAll(EventListener listener, List<IncomingEvent> events) {
        return inbox.handleAll(
                listener,
                events.stream().map(event -> new Delivery(event, null)).toList());
    }

    private static IncomingEvent event(String subject, long version) {
        return new IncomingEvent(
                UUID.randomUUID(),
                "type",
                "/test",
                "topic",
                subject,
                version,
                Instant.EPOCH,
                "r-1",
                JsonNodeFactory.instance.objectNode());
    }

    private class Single implements EventListener {
        private final String name;

        Single(String name) {
            this.name = name;
        }

        @Override
        public String consumer() {
            return name;
        }

        @Override
        public Set<String> topics() {
            return Set.of("topic");
        }

        @Override
        public Set<String> types() {
            return Set.of("type");
        }

        @Override
        public void on(IncomingEvent event) {
            assertThat(EventContext.extensions())
                    .containsEntry("causationid", event.id().toString());
            seen.add(event);
        }
    }

    private final class Listener implements BatchListener {
        private final String name;
        private final boolean latestOnly;

        Listener(String name, boolean latestOnly) {
            this.name = name;
            this.latestOnly = latestOnly;
        }

        @Override
        public String consumer() {
            return name;
        }

        @Override
        public Set<String> topics() {
            return Set.of("topic");
        }

        @Override
        public Set<String> types() {
            return Set.of("type");
        }

        @Override
        public boolean latestOnly() {
            return latestOnly;
        }

        @Override
        public void on(IncomingEvent event) {
            assertThat(EventContext.extensions())
                    .containsEntry("causationid", event.id().toString());
            seen.add(event);
        }

        @Override
        public void onAll(List<IncomingEvent> events) {
            seen.addAll(events);
        }
    }

    private record Failing(String consumer) implements EventListener {
        @Override
        public Set<String> topics() {
            return Set.of("topic");
        }

        @Override
        public Set<String> types() {
            return Set.of("type");
        }

        @Override
        public void on(IncomingEvent event) {
            throw new IllegalArgumentException("on purpose");
        }
    }
}

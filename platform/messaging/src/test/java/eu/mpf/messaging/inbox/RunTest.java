package eu.mpf.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which messages may share a transaction. */
class RunTest {

    private final Named many = new Named(Set.of("many"), 3);
    private final Named others = new Named(Set.of("other", "another"), 10);
    private final Consumer consumer = Consumer.of(List.of(many, others)).getFirst();

    @Test
    void messagesOfOneListenerAreOneRunWhateverTheirTypes() {
        assertThat(described("other", "another", "other")).containsExactly("0-2 others 3");
    }

    @Test
    void theOrderBetweenListenersIsKept() {
        assertThat(described("other", "many", "many", "another", "many"))
                .containsExactly("0-0 others 1", "1-2 many 2", "3-3 others 1", "4-4 many 1");
    }

    @Test
    void noRunIsLongerThanItsListenerTakesAtOnce() {
        assertThat(described("many", "many", "many", "many", "many", "many", "many"))
                .containsExactly("0-2 many 3", "3-5 many 3", "6-6 many 1");
    }

    @Test
    void whatNobodyWantsGoesWithItsNeighboursAndCountsForNothing() {
        assertThat(described("x", "many", "x", "many", "x", "many", "x", "many", "x"))
                .containsExactly("0-6 many 3", "7-8 many 1");
        assertThat(described("x", "y")).containsExactly("0-1 nobody 0");
    }

    @Test
    void aMessageWithoutATypeStandsAlone() {
        assertThat(described("many", null, "many", "x", " ", "x"))
                .containsExactly("0-0 many 1", "1-1 nobody 0", "2-3 many 1", "4-4 nobody 0", "5-5 nobody 0");
    }

    @Test
    void aRunEndsBehindItsLastMessage() {
        assertThat(Run.of(consumer, messages("many", "x", "other")))
                .extracting(Run::end)
                .containsExactly(2L, 3L);
        assertThat(Run.of(consumer, List.of())).isEmpty();
    }

    private List<String> described(@Nullable String... types) {
        return Run.of(consumer, messages(types)).stream()
                .map(run -> run.messages().getFirst().offset() + "-"
                        + run.messages().getLast().offset()
                        + (run.listener() == many ? " many " : run.listener() == others ? " others " : " nobody ")
                        + run.wanted().size())
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> messages(@Nullable String... types) {
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        for (String type : types) {
            var message = new ConsumerRecord<>("topic", 0, messages.size(), "key", new byte[0]);
            if (type != null) {
                message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            }
            messages.add(message);
        }
        return messages;
    }

    private record Named(Set<String> types, int atOnce) implements EventListener {
        @Override
        public String consumer() {
            return "test";
        }

        @Override
        public Set<String> topics() {
            return Set.of("topic");
        }

        @Override
        public void on(IncomingEvent event) {
            throw new UnsupportedOperationException();
        }
    }
}

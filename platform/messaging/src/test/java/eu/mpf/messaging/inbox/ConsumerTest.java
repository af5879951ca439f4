package eu.mpf.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsumerTest {

    @Test
    void listenersOfOneNameShareItsPositionAndSplitItsTypes() {
        var first = new Named("projects.grants", Set.of("t1"), Set.of("a"), 1);
        var second = new Named("projects.grants", Set.of("t2"), Set.of("b", "c"), 50);
        var other = new Named("projects.calls", Set.of("t1"), Set.of("a"), 1);
        List<Consumer> consumers = Consumer.of(List.of(first, second, other));
        assertThat(consumers).hasSize(2);
        Consumer grants = consumers.stream()
                .filter(each -> each.name().equals("projects.grants"))
                .findFirst()
                .orElseThrow();
        assertThat(grants.topics()).containsExactly("t1", "t2");
        assertThat(grants.listener("a")).isSameAs(first);
        assertThat(grants.listener("c")).isSameAs(second);
        assertThat(grants.listener("x")).isNull();
        assertThat(grants.atOnce()).isEqualTo(50);
    }

    @Test
    void oneAtATimeWhereNobodySaysOtherwise() {
        assertThat(new Consumer("nobody", Set.of(), java.util.Map.of()).atOnce())
                .isEqualTo(1);
    }

    @Test
    void twoThatWantTheSameTypeAreAMistake() {
        var first = new Named("projects.grants", Set.of("t1"), Set.of("a"), 1);
        assertThatThrownBy(() -> Consumer.of(List.of(first, first)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two listeners of projects.grants want a");
    }

    private record Named(String consumer, Set<String> topics, Set<String> types, int atOnce) implements EventListener {
        @Override
        public void on(IncomingEvent event) {
            throw new UnsupportedOperationException();
        }
    }
}

package eu.mpf.messaging.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.messaging.IncomingEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventContextTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @AfterEach
    void forget() {
        MDC.remove(EventContext.REQUEST_ID);
    }

    @Test
    void outsideARequestAndAHandlerNothingIsKnown() {
        assertThat(EventContext.extensions()).isEmpty();
    }

    @Test
    void whatARequestPublishesNamesTheRequestAndItsTrace() {
        MDC.put(EventContext.REQUEST_ID, "r-1");
        Span request = Span.wrap(SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault()));
        try (var scope = request.makeCurrent()) {
            assertThat(scope).isNotNull();
            assertThat(EventContext.extensions())
                    .isEqualTo(Map.of("correlationid", "r-1", "traceparent", "00-" + TRACE + "-" + SPAN + "-01"));
        }
    }

    @Test
    void whatAHandlerPublishesNamesTheEventAndWhatBeganTheChain() {
        MDC.put(EventContext.REQUEST_ID, "before");
        IncomingEvent event = event("r-1");
        Map<String, String> seen = new HashMap<>();
        EventContext.handling(event, null, () -> seen.putAll(EventContext.extensions()));
        assertThat(seen)
                .isEqualTo(
                        Map.of("correlationid", "r-1", "causationid", event.id().toString()));
        assertThat(MDC.get(EventContext.REQUEST_ID)).isEqualTo("before");
        assertThat(EventContext.extensions()).isEqualTo(Map.of("correlationid", "before"));
    }

    @Test
    void anEventThatNamesNoBeginningIsOneAndIsForgottenAfterAFailure() {
        IncomingEvent event = event(null);
        assertThatThrownBy(() -> EventContext.handling(event, null, () -> {
                    assertThat(MDC.get(EventContext.REQUEST_ID))
                            .isEqualTo(event.id().toString());
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(MDC.get(EventContext.REQUEST_ID)).isNull();
    }

    @Test
    void aHandlerGoesOnWithTheTraceOfItsEvent() {
        Map<String, String> seen = new HashMap<>();
        EventContext.handling(
                event("r-1"), "00-" + TRACE + "-" + SPAN + "-01", () -> seen.putAll(EventContext.extensions()));
        assertThat(seen.get("traceparent")).startsWith("00-" + TRACE);
    }

    @Test
    void anEventWithoutATraceStartsNoneAndOneWithATraceKeepsIt() {
        var plain = new ProducerRecord<String, byte[]>("t", "k", new byte[0]);
        assertThat(EventContext.sending(plain).getSpanContext().isValid()).isFalse();
        assertThat(plain.headers()).isEmpty();
        var traced = new ProducerRecord<String, byte[]>("t", "k", new byte[0]);
        traced.headers()
                .add("ce_traceparent", ("00-" + TRACE + "-" + SPAN + "-01").getBytes(StandardCharsets.US_ASCII));
        assertThat(EventContext.sending(traced).getSpanContext().getTraceId()).isEqualTo(TRACE);
        assertThat(new String(traced.headers().lastHeader("ce_traceparent").value(), StandardCharsets.US_ASCII))
                .startsWith("00-" + TRACE);
        assertThat(traced.headers().headers("ce_traceparent")).hasSize(1);
    }

    private static IncomingEvent event(@Nullable String correlation) {
        return new IncomingEvent(
                UUID.randomUUID(),
                "type",
                "/test",
                "t",
                "thing-1",
                1,
                Instant.EPOCH,
                correlation,
                JsonNodeFactory.instance.objectNode());
    }
}

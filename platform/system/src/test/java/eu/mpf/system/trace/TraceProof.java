package eu.mpf.system.trace;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.system.client.Eventually;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import eu.mpf.system.trace.SpanCollector.Kind;
import eu.mpf.system.trace.SpanCollector.Span;
import java.util.List;
import java.util.Optional;

/** One request, followed from the gateway through a service and the broker into another service: one trace (X24). */
public final class TraceProof {

    private static final String TOPIC = "mpf.projects.organisation.v1";

    private final Platform platform;
    private final SpanCollector collector;

    public TraceProof(Platform platform, SpanCollector collector) {
        this.platform = platform;
        this.collector = collector;
    }

    private record Path(Span gateway, Span service, Span producer, Span consumer) {}

    public void show() {
        int before = collector.spans().size();
        platform.as("programme-officer")
                .post(
                        "/v1/organisations",
                        Session.object(body -> body.put("code", "TRACED-" + System.nanoTime())
                                .put("name", "A traced authority")
                                .put("kind", "PUBLIC_AUTHORITY")
                                .put("country", "LV")))
                .expect(201);
        Path path = Eventually.see(
                        "a trace from the gateway to a consumer",
                        () -> path(collector
                                .spans()
                                .subList(before, collector.spans().size())),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(path.service().traceId()).isEqualTo(path.gateway().traceId());
        assertThat(path.service().parentId()).isEqualTo(path.gateway().spanId());
        assertThat(path.producer().traceId()).isEqualTo(path.gateway().traceId());
        assertThat(path.producer().service()).isEqualTo(path.service().service());
        assertThat(path.consumer().traceId()).isEqualTo(path.gateway().traceId());
        assertThat(path.consumer().service()).isNotEqualTo(path.service().service());
    }

    private static Optional<Path> path(List<Span> spans) {
        return spans.stream()
                .filter(span -> is(span, Kind.SERVER, "gateway", "POST /v1/organisations"))
                .findFirst()
                .flatMap(gateway -> child(spans, gateway, Kind.SERVER)
                        .flatMap(service -> child(spans, service, Kind.PRODUCER)
                                .filter(sent -> sent.name().equals("send " + TOPIC))
                                .flatMap(producer -> child(spans, producer, Kind.CONSUMER)
                                        .map(consumer -> new Path(gateway, service, producer, consumer)))));
    }

    private static boolean is(Span span, Kind kind, String service, String name) {
        return span.kind() == kind
                && span.service().equals(service)
                && span.name().equals(name);
    }

    private static Optional<Span> child(List<Span> spans, Span parent, Kind kind) {
        return spans.stream()
                .filter(span -> span.kind() == kind && span.parentId().equals(parent.spanId()))
                .findFirst();
    }
}

package eu.mpf.system.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A collector of traces: OTLP over HTTP, in binary as the services send it and in JSON as the gateway does. */
public final class SpanCollector implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();

    /** A span as it was sent; ids in hexadecimal. */
    public record Span(String service, String traceId, String spanId, String parentId, String name, Kind kind) {}

    /** In the order of their numbers in OTLP. */
    public enum Kind {
        UNSPECIFIED,
        INTERNAL,
        SERVER,
        CLIENT,
        PRODUCER,
        CONSUMER
    }

    public SpanCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    /** What to give as {@code quarkus.otel.exporter.otlp.endpoint}. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /** All that was received, as it came. */
    public List<byte[]> bodies() {
        return List.copyOf(bodies);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            byte[] body = (zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody())
                    .readAllBytes();
            bodies.add(body);
            boolean json =
                    "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            spans.addAll(json ? read(JSON.readTree(body)) : read(Fields.of(body)));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static List<Span> read(Fields request) {
        List<Span> read = new ArrayList<>();
        for (Fields resource : request.messages(1)) {
            String service = resource.messages(1).getFirst().messages(1).stream()
                    .filter(attribute -> attribute.text(1).equals("service.name"))
                    .map(attribute -> attribute.messages(2).getFirst().text(1))
                    .findFirst()
                    .orElse("");
            for (Fields scope : resource.messages(2)) {
                scope.messages(2)
                        .forEach(span -> read.add(new Span(
                                service,
                                span.hex(1),
                                span.hex(2),
                                span.hex(4),
                                span.text(5),
                                Kind.values()[span.number(6)])));
            }
        }
        return read;
    }

    private static List<Span> read(JsonNode request) {
        List<Span> read = new ArrayList<>();
        for (JsonNode resource : request.path("resourceSpans")) {
            String service =
                    resource.at("/resource/attributes/0/value/stringValue").asText();
            for (JsonNode span : resource.at("/scopeSpans/0/spans")) {
                read.add(new Span(
                        service,
                        span.path("traceId").asText(),
                        span.path("spanId").asText(),
                        span.path("parentSpanId").asText(),
                        span.path("name").asText(),
                        Kind.values()[span.path("kind").asInt()]));
            }
        }
        return read;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

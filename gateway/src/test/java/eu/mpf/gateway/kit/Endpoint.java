package eu.mpf.gateway.kit;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** A partner's endpoint that keeps what it gets and answers as the test says. */
public final class Endpoint implements Closeable {

    /** One request. */
    public record Received(Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.get(name).getFirst();
        }
    }

    public final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile IntUnaryOperator status = number -> 204;
    private volatile String location = "";

    public Endpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int answer = status.applyAsInt(received.size());
            received.add(new Received(headers, body));
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** @param byNumber the status for each request by its number, from 0 */
    public void answer(IntUnaryOperator byNumber) {
        status = byNumber;
    }

    public void redirect(String to) {
        location = to;
        status = number -> 302;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

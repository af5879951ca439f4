package eu.mpf.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A website on loopback with one page that is there, one that moved to it, and nothing else. */
public final class Website implements AutoCloseable {
    private final HttpServer server;
    private boolean closed;

    public Website() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/there" -> exchange.sendResponseHeaders(200, -1);
                case "/moved" -> {
                    exchange.getResponseHeaders().set("Location", "/there");
                    exchange.sendResponseHeaders(301, -1);
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
    }

    public String there() {
        return page("/there");
    }

    /** Answers with 404. */
    public String gone() {
        return page("/gone");
    }

    public String page(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    /** A page whose host does not answer at all. */
    public static String nobody() {
        return "http://127.0.0.1:1/";
    }

    /** Nothing answers any more; may be called before the end of the test. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            server.stop(0);
        }
    }
}

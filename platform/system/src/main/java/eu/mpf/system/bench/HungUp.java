package eu.mpf.system.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A client that sends its request whole and is gone before the answer. */
final class HungUp {

    private HungUp() {}

    /**
     * @param millis how long it still waits, without reading
     * @return whether the request got out
     */
    static boolean after(HttpRequest request, String body, int millis) {
        URI uri = request.uri();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n"
                .formatted(request.method(), uri.getPath(), uri.getAuthority(), bytes.length));
        request.headers()
                .map()
                .forEach((name, values) -> values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n")));
        head.append("\r\n");
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
            return true;
        } catch (IOException e) {
            return false; // the door was shut already: as good as hung up, and the second try follows
        }
    }
}

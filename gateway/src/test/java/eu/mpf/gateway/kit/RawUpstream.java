package eu.mpf.gateway.kit;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A service that keeps what really arrived and answers exactly what the test says, byte for byte. */
public final class RawUpstream implements Closeable {

    /** A request as it stood on the wire. */
    public record Received(String requestLine, List<String> headers, String body) {
        public List<String> all(String name) {
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).trim())
                    .toList();
        }
    }

    /** One connection, after a request has been read from it. */
    @FunctionalInterface
    public interface Script {
        void answer(Received request, Connection connection) throws Exception;
    }

    /** What a script can do. */
    public final class Connection {
        private final Socket socket;

        private Connection(Socket socket) {
            this.socket = socket;
        }

        public void send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        public void close() throws IOException {
            socket.close();
        }

        /** Blocks until the gateway closes or resets, and notes it. */
        public void awaitEnd() throws IOException {
            try {
                while (socket.getInputStream().read() >= 0) {
                    // whatever still comes
                }
            } catch (IOException reset) {
                // a reset is an end too
            }
            ended.add(socket);
        }
    }

    private final ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Socket> ended = new LinkedBlockingQueue<>();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile Script script = (request, connection) ->
            connection.send("HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 2\n\nok");

    private volatile String early = "";

    public RawUpstream() throws IOException {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    open.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket));
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    public void answer(String text) {
        script = (request, connection) -> connection.send(text);
    }

    /** Answers as soon as a head has arrived, without reading the body. */
    public void answerEarly(String text) {
        early = text;
    }

    public void script(Script next) {
        script = next;
    }

    /** The next request that reached the service; fails the test after five seconds. */
    public Received next() throws InterruptedException {
        Received request = received.poll(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("nothing reached the service");
        }
        return request;
    }

    public boolean untouched() {
        return received.isEmpty();
    }

    /** Whether a connection's end was seen by {@link Connection#awaitEnd()} within five seconds. */
    public boolean sawEnd() throws InterruptedException {
        return ended.poll(5, TimeUnit.SECONDS) != null;
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            while (true) {
                Received request = read(in, new Connection(socket));
                if (request == null) {
                    return;
                }
                received.add(request);
                script.answer(request, new Connection(socket));
            }
        } catch (Exception broken) {
            ended.add(socket);
        }
    }

    private Received read(InputStream in, Connection connection) throws IOException {
        String requestLine = line(in);
        if (requestLine == null) {
            return null;
        }
        List<String> headers = new ArrayList<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        Received head = new Received(requestLine, headers, "");
        if (!early.isEmpty()) {
            connection.send(early);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (!head.all("Transfer-Encoding").isEmpty()) {
            for (int size = size(in); size > 0; size = size(in)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            line(in);
        } else if (!head.all("Content-Length").isEmpty()) {
            body.write(in.readNBytes(Integer.parseInt(head.all("Content-Length").getFirst())));
        }
        return new Received(requestLine, headers, body.toString(StandardCharsets.UTF_8));
    }

    private static int size(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new IOException("the body broke off");
        }
        return Integer.parseInt(line, 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}

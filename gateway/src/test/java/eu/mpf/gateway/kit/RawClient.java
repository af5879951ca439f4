package eu.mpf.gateway.kit;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client that sends exactly the bytes it is told to, and reads answers without a library's goodwill. */
public final class RawClient implements Closeable {

    /** An answer as it stood on the wire. */
    public record Answer(int status, List<String> headers, String body) {
        public List<String> all(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).trim())
                    .toList();
        }

        public Optional<String> header(String name) {
            return all(name).stream().findFirst();
        }
    }

    private final Socket socket;
    private final InputStream in;

    public RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** Sends one request on a connection of its own; lines end with plain line feeds in the source. */
    public static Answer exchange(int port, String request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(request);
            return client.read();
        }
    }

    public static Answer get(int port, String path, String... headers) throws IOException {
        return exchange(port, "GET " + path + " HTTP/1.1\nHost: mpf.test\n" + lines(headers) + "\n");
    }

    public static Answer post(int port, String path, String body, String... headers) throws IOException {
        return exchange(
                port,
                "POST " + path + " HTTP/1.1\nHost: mpf.test\nContent-Length: " + body.length() + "\n" + lines(headers)
                        + "\n" + body);
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\n", headers) + "\n";
    }

    /** Sends text with line feeds turned into CRLF. */
    public void send(String text) throws IOException {
        raw(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    public Answer read() throws IOException {
        return read(false);
    }

    public Answer readHead() throws IOException {
        return read(true);
    }

    private Answer read(boolean headOnly) throws IOException {
        String statusLine = line();
        if (statusLine == null) {
            return new Answer(0, List.of(), "");
        }
        List<String> headers = new ArrayList<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        Answer head = new Answer(Integer.parseInt(statusLine.split(" ")[1]), headers, "");
        if (headOnly || head.status() == 204 || head.status() == 304 || head.status() < 200) {
            return head;
        }
        return new Answer(head.status(), headers, body(head));
    }

    private String body(Answer head) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (head.header("Transfer-Encoding").isPresent()) {
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                body.write(in.readNBytes(size));
                line();
            }
            line();
        } else if (head.header("Content-Length").isPresent()) {
            body.write(
                    in.readNBytes(Integer.parseInt(head.header("Content-Length").get())));
        } else {
            body.write(in.readAllBytes());
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private int chunkSize() throws IOException {
        String line = line();
        if (line == null) {
            throw new IOException("cut in the middle of a chunked body");
        }
        return Integer.parseInt(line, 16);
    }

    /** The next line without its end; null at the end of the stream. */
    public String line() throws IOException {
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

    /** Whether the other side closes within the read timeout. */
    public boolean closedByPeer() throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    /** Breaks the connection with a reset instead of a goodbye. */
    public void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

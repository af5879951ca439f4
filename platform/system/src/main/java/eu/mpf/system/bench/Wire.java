package eu.mpf.system.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to a service, kept open. It costs the machine so little that what is measured is the service; it
 * understands the two ways of HTTP/1.1 to say how long an answer is, and nothing else.
 */
final class Wire implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final String host;
    private final byte[] scratch = new byte[BUFFER];

    Wire(String service) throws IOException {
        URI uri = URI.create(service);
        this.host = uri.getAuthority();
        this.socket = new Socket(uri.getHost(), uri.getPort());
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** Reads the answer to its end and throws it away. Returns the length of its body. */
    long get(String path, String accept) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: " + accept
                + "\r\nConnection: keep-alive\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line();
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            }
        }
        long read = chunked ? chunks() : skip(length);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException(path + " answered " + status);
        }
        return read;
    }

    private long chunks() throws IOException {
        long all = 0;
        for (long size = Long.parseLong(line(), 16); size > 0; size = Long.parseLong(line(), 16)) {
            all += skip(size);
            line();
        }
        line();
        return all;
    }

    private long skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(scratch, 0, (int) Math.min(BUFFER, left));
            if (read < 0) {
                throw new EOFException("the answer ends too early");
            }
            left -= read;
        }
        return length;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package eu.mpf.system.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One kept connection, with one request under way at most; understands answers that say how long they are. */
final class PacedConnection {

    private static final int LONGEST_ANSWER = 1 << 16;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
    private static final byte[] END_OF_HEADER = {'\r', '\n', '\r', '\n'};

    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(LONGEST_ANSWER);
    private long due;

    PacedConnection(SocketChannel channel) {
        this.channel = channel;
    }

    void send(byte[] request, long due) throws IOException {
        this.due = due;
        answer.clear();
        if (channel.write(ByteBuffer.wrap(request)) != request.length) {
            throw new IOException("the socket did not take a request in one piece");
        }
    }

    /** When the request should have been sent, by {@link System#nanoTime()}. */
    long due() {
        return due;
    }

    /** Reads what has come. Whether the answer is whole. */
    boolean isAnswered() {
        try {
            if (channel.read(answer) < 0) {
                throw new EOFException("the connection was closed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int header = headerLength();
        return header >= 0 && answer.position() >= header + bodyLength(header);
    }

    private int headerLength() {
        for (int i = 0; i + END_OF_HEADER.length <= answer.position(); i++) {
            int matched = 0;
            while (matched < END_OF_HEADER.length && answer.get(i + matched) == END_OF_HEADER[matched]) {
                matched++;
            }
            if (matched == END_OF_HEADER.length) {
                return i + matched;
            }
        }
        return -1;
    }

    private int bodyLength(int header) {
        byte[] bytes = new byte[header];
        answer.get(0, bytes);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        Matcher length = LENGTH.matcher(text);
        if (!text.startsWith("HTTP/1.1 200") || !length.find()) {
            throw new IllegalStateException("answered " + text);
        }
        return Integer.parseInt(length.group(1));
    }
}

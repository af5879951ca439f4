package eu.mpf.web.file;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Speaks INSTREAM with a ClamAV daemon (clamd(8)): pieces with their length before them, then one line of answer. */
final class ClamAv {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 60_000;

    private final InetSocketAddress daemon;

    ClamAv(InetSocketAddress daemon) {
        this.daemon = daemon;
    }

    /** Writes the bytes to be scanned. */
    interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The name of what was found; empty if nothing was.
     *
     * @throws IOException if the daemon cannot be reached or gives any other answer
     */
    Optional<String> scan(Bytes bytes) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(daemon, CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            bytes.writeTo(new Pieces(out));
            out.writeInt(0);
            out.flush();
            var answer = new String(socket.getInputStream().readNBytes(4_096), StandardCharsets.UTF_8);
            return finding(answer.replace("\0", "").strip());
        }
    }

    private static Optional<String> finding(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return Optional.of(answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
        }
        throw new IOException("the scanner's answer is no verdict: " + answer);
    }

    private static final class Pieces extends OutputStream {
        private final DataOutputStream out;

        Pieces(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) { // a length of nothing would end the stream
                out.writeInt(length);
                out.write(bytes, from, length);
            }
        }
    }
}

package eu.mpf.web;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers INSTREAM as a ClamAV daemon does, for one signature: the word EICAR. */
final class FakeClamd implements AutoCloseable {
    final AtomicInteger scans = new AtomicInteger();
    volatile boolean confused;
    private final ServerSocket server;

    FakeClamd() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // The client went away, or the test is over.
                continue;
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            throw new EOFException(command);
        }
        var bytes = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            bytes.write(in.readNBytes(length));
        }
        scans.incrementAndGet();
        var verdict = confused
                ? "INSTREAM size limit exceeded. ERROR"
                : bytes.toString(StandardCharsets.ISO_8859_1).contains("EICAR")
                        ? "stream: Eicar-Test-Signature FOUND"
                        : "stream: OK";
        socket.getOutputStream().write((verdict + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package eu.mpf.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before the mail server and refuses addresses that begin with "refused" or, for now, with "busy". Counts who calls,
 * and may hang up on who stays.
 */
final class RefusingSmtp implements AutoCloseable {
    private final ServerSocket server;
    private final int behind;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean impatient;

    RefusingSmtp(int behind) {
        this.behind = behind;
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

    /** Connections so far. */
    int calls() {
        return calls.get();
    }

    /** Whether it hangs up on a client that asks between two mails whether it is still there. */
    void impatient(boolean yes) {
        impatient = yes;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                calls.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var mail = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            client.setTcpNoDelay(true);
            mail.setTcpNoDelay(true);
            var toClient = client.getOutputStream();
            var answers = Thread.ofVirtual().start(() -> copy(mail, toClient));
            var in = client.getInputStream();
            var line = new StringBuilder();
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.append((char) b);
                if (b == '\n') {
                    if (impatient && line.toString().startsWith("NOOP")) {
                        return;
                    }
                    pass(line.toString(), mail.getOutputStream(), toClient);
                    line.setLength(0);
                }
            }
            mail.shutdownOutput();
            answers.join();
        } catch (IOException | InterruptedException e) {
            // One side is gone; closing both is all there is to do.
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(String line, OutputStream mail, OutputStream client) throws IOException {
        if (line.startsWith("RCPT TO:<refused")) {
            client.write("550 5.1.1 no such mailbox\r\n".getBytes(StandardCharsets.US_ASCII));
        } else if (line.startsWith("RCPT TO:<busy")) {
            client.write("450 4.2.1 try later\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            mail.write(line.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void copy(Socket from, OutputStream to) {
        try {
            from.getInputStream().transferTo(to);
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // the connection ended
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

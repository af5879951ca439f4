package eu.mpf.embedded;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An SMTP server that keeps every message and passes none on. */
public final class MailSink {

    private final GreenMail server;

    private MailSink(GreenMail server) {
        this.server = server;
    }

    public static MailSink start(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailSink(server);
    }

    /** The messages received so far as RFC 5322 text, oldest first. */
    public List<byte[]> messages() {
        var messages = new ArrayList<byte[]>();
        for (MimeMessage message : server.getReceivedMessages()) {
            var bytes = new ByteArrayOutputStream();
            try {
                message.writeTo(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException("the message cannot be read back", e);
            }
            messages.add(bytes.toByteArray());
        }
        return messages;
    }

    /** Writes every message into a directory, as {@code 1.eml} and so on. */
    public void writeTo(Path directory) {
        try {
            Files.createDirectories(directory);
            int number = 0;
            for (byte[] message : messages()) {
                Files.write(directory.resolve(++number + ".eml"), message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the messages cannot be kept in " + directory, e);
        }
    }

    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    public void stop() {
        server.stop();
    }
}

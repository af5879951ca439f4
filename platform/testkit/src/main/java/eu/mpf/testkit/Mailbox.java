package eu.mpf.testkit;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The e-mails the service has sent. */
public final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Mailbox() {}

    /** @param to addresses without names */
    public record Message(String from, List<String> to, String subject, String text, List<Attachment> attachments) {}

    public record Attachment(String name, String mediaType, byte[] bytes) {}

    /** All messages of this JVM's tests so far, oldest first. */
    public static List<Message> messages() {
        return Servers.running().messages().stream().map(Mailbox::parse).toList();
    }

    public static List<Message> to(String address) {
        return messages().stream()
                .filter(message -> message.to().contains(address))
                .toList();
    }

    /** Waits up to 15 seconds, as mails leave in the background. */
    public static Message await(Predicate<Message> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> messages().stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    public static Message awaitTo(String address) {
        return await(message -> message.to().contains(address));
    }

    public static void clear() {
        Servers.running().clearMessages();
    }

    /** A message as RFC 5322 text. */
    public static Message parse(byte[] source) {
        try {
            var mime = new MimeMessage(null, new ByteArrayInputStream(source));
            var text = new StringBuilder();
            var attachments = new ArrayList<Attachment>();
            collect(mime, text, attachments);
            return new Message(
                    address(mime.getFrom()[0]),
                    Arrays.stream(mime.getAllRecipients()).map(Mailbox::address).toList(),
                    subject(mime.getSubject()),
                    text.toString(),
                    attachments);
        } catch (MessagingException e) {
            throw new IllegalStateException("not a message", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String subject(@Nullable String subject) {
        return subject == null ? "" : subject;
    }

    private static String address(jakarta.mail.Address address) {
        return address instanceof InternetAddress internet ? internet.getAddress() : address.toString();
    }

    private static void collect(Part part, StringBuilder text, List<Attachment> attachments)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                collect(child, text, attachments);
            }
        } else if (part.getFileName() != null) {
            String mediaType = part.getContentType().replaceFirst(";.*", "").strip();
            attachments.add(new Attachment(
                    part.getFileName(), mediaType, part.getInputStream().readAllBytes()));
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        }
    }
}

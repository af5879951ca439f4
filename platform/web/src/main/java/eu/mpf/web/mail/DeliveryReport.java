package eu.mpf.web.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A notification of a mail server about a mail of ours (RFC 3464): which mail, by the Message-ID in what it returns, and
 * what became of it. The addresses it names are not believed; anybody can write such a mail, but not guess the id.
 *
 * @param mail the mail's row
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded}
 * @param status an enhanced status code (RFC 3463), for example {@code 5.1.1}
 */
record DeliveryReport(UUID mail, String action, String status) {
    private static final Pattern OURS = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@mpf>");
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    private static final int MOST_PARTS = 10;

    /** Not what a mail server sends: it cannot be read to the end. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Reads a mail as it came in.
     *
     * @return empty if it is no notification about delivery, such as an automatic reply, or not about a mail of ours
     * @throws Malformed if it says it is a notification and does not read as one
     */
    static Optional<DeliveryReport> read(byte[] mail) throws Malformed {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            if (message.getHeader("Content-Type") == null) {
                return Optional.empty();
            }
            var type = new ContentType(message.getContentType());
            if (!type.match("multipart/report")
                    || !"delivery-status".equalsIgnoreCase(type.getParameter("report-type"))) {
                return Optional.empty();
            }
            return read(new MimeMultipart(message.getDataHandler().getDataSource()));
        } catch (MessagingException | IOException e) {
            throw new Malformed("the mail cannot be read", e);
        }
    }

    private static Optional<DeliveryReport> read(MimeMultipart report)
            throws Malformed, MessagingException, IOException {
        UUID about = null;
        InternetHeaders recipient = null;
        for (int i = 0; i < Math.min(report.getCount(), MOST_PARTS); i++) {
            var part = report.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                recipient = recipient(part);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                about = messageId(part);
            }
        }
        if (recipient == null) {
            throw new Malformed("it says nothing about a recipient", null);
        }
        var action = field(recipient, "Action").toLowerCase(Locale.ROOT);
        var status = STATUS.matcher(field(recipient, "Status"));
        if (action.isEmpty() || !status.find()) {
            throw new Malformed("Action or Status is missing", null);
        }
        return Optional.ofNullable(about).map(id -> new DeliveryReport(id, action, status.group()));
    }

    /** The fields about the first recipient: a mail of ours has one. Before them stand those about the mail. */
    private static InternetHeaders recipient(BodyPart part) throws Malformed, MessagingException, IOException {
        try (InputStream fields = part.getInputStream()) {
            for (var block = new InternetHeaders(fields, true);
                    block.getAllHeaders().hasMoreElements();
                    block = new InternetHeaders(fields, true)) {
                if (block.getHeader("Final-Recipient") != null) {
                    return block;
                }
            }
        }
        throw new Malformed("there is no Final-Recipient", null);
    }

    private static @Nullable UUID messageId(BodyPart part) throws MessagingException, IOException {
        try (InputStream returned = part.getInputStream()) {
            var id = OURS.matcher(field(new InternetHeaders(returned, true), "Message-ID"));
            return id.find() ? UUID.fromString(id.group(1)) : null;
        }
    }

    private static String field(InternetHeaders headers, String name) {
        var value = headers.getHeader(name, null);
        return value == null ? "" : value.strip();
    }

    boolean isFailure() {
        return action.equals("failed");
    }

    /**
     * Whether it is the address that will never work: a permanent failure that is about the address, its mailbox or the
     * way there, or about nothing in particular; not one about this mail's size, its content or a receiver's policy.
     */
    boolean isAddressRefused() {
        var code = status.split("\\.");
        var aboutAddress = switch (code[1]) {
            case "0", "1", "4" -> true;
            case "2" -> !code[2].equals("3");
            default -> false;
        };
        return isFailure() && code[0].equals("5") && aboutAddress;
    }
}

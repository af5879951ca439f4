package eu.mpf.web.mail;

import java.util.List;

/** A letter to one address, as plain text with attachments. */
public record Mail(String to, String subject, String textBody, List<Attachment> attachments) {

    /** A file of a mail. {@code mediaType} may have parameters, as {@code text/calendar; method=REQUEST} does. */
    public record Attachment(String name, String mediaType, byte[] bytes) {}

    public Mail {
        if (to.contains("\r") || to.contains("\n") || subject.contains("\r") || subject.contains("\n")) {
            throw new IllegalArgumentException("a header field holds one line");
        }
        attachments = List.copyOf(attachments);
    }

    public Mail(String to, String subject, String textBody) {
        this(to, subject, textBody, List.of());
    }
}

package eu.mpf.web.mail;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Hands mails to the mail server. */
@ApplicationScoped
class Smtp {
    private final Session session;
    private final String from;

    Smtp(MailConfig config) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", config.host());
        settings.setProperty("mail.smtp.port", Integer.toString(config.port()));
        settings.setProperty("mail.smtp.connectiontimeout", "5000");
        settings.setProperty("mail.smtp.timeout", "10000");
        settings.setProperty("mail.smtp.writetimeout", "10000");
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty("mail.smtp.from", config.returnPath().orElse(config.from()));
        // where the server can (RFC 3461): tell of failures only, and send back no more than the headers
        settings.setProperty("mail.smtp.dsn.notify", "FAILURE");
        settings.setProperty("mail.smtp.dsn.ret", "HDRS");
        this.session = Session.getInstance(settings);
        this.from = config.from();
    }

    /** The server has certainly not taken the mail. */
    static final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean permanent;
        private final boolean addressRefused;

        NotSent(Throwable cause, boolean permanent, boolean addressRefused) {
            super(cause);
            this.permanent = permanent;
            this.addressRefused = addressRefused;
        }

        /** The kind of failure; its text may hold the address. */
        String reason() {
            var cause = getCause();
            return cause == null ? "unknown" : cause.getClass().getSimpleName();
        }

        boolean permanent() {
            return permanent;
        }

        /** Whether it is the address that was refused for good, rather than this mail. */
        boolean addressRefused() {
            return addressRefused;
        }
    }

    /** A connection for the mails of one round: a greeting and a handshake for each would hold up a crowd's mails. */
    Line open() {
        return new Line();
    }

    /** Connects with the first mail, and anew where the server has hung up; for one thread. */
    final class Line implements AutoCloseable {
        /** Mail servers limit how many they take at once; few limit it below this. */
        private static final int MAILS = 100;

        private @Nullable Transport transport;
        private int sent;

        /**
         * Sends a mail whose Message-ID comes from its row, so that a receiver can tell a copy.
         *
         * @throws NotSent if it certainly did not leave
         * @throws MessagingException if nobody knows
         */
        void send(UUID id, Mail mail) throws NotSent, MessagingException {
            var message = message(id, mail);
            var connected = connected();
            try {
                connected.sendMessage(message, message.getAllRecipients());
                sent++;
            } catch (SendFailedException e) {
                var refused = isAddressRefused(e);
                throw new NotSent(e, refused || isPermanent(e), refused);
            } catch (MessagingException e) {
                close();
                throw e;
            }
        }

        private Transport connected() throws NotSent {
            try {
                var open = transport;
                if (open != null && sent < MAILS && open.isConnected()) {
                    return open;
                }
                close();
                open = session.getTransport("smtp");
                open.connect();
                transport = open;
                sent = 0;
                return open;
            } catch (MessagingException e) {
                throw new NotSent(e, false, false);
            }
        }

        @Override
        public void close() throws MessagingException {
            var open = transport;
            transport = null;
            if (open != null) {
                open.close();
            }
        }
    }

    /** An answer of 4xx to the mail or the address is worth another try. */
    private static boolean isPermanent(SendFailedException failure) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (e instanceof SMTPSendFailedException s && s.getReturnCode() < 500
                    || e instanceof SMTPAddressFailedException a && a.getReturnCode() < 500) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAddressRefused(SendFailedException failure) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (e instanceof SMTPAddressFailedException a && a.getReturnCode() >= 500) {
                return true;
            }
        }
        return false;
    }

    private MimeMessage message(UUID id, Mail mail) throws NotSent {
        try {
            var message = new IdentifiedMessage(session, "<" + id + "@mpf>");
            message.setFrom(new InternetAddress(from, true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(new Date());
            message.setHeader("Auto-Submitted", "auto-generated");
            if (mail.attachments().isEmpty()) {
                message.setText(mail.textBody(), StandardCharsets.UTF_8.name());
            } else {
                message.setContent(parts(mail));
            }
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new NotSent(e, true, e instanceof AddressException);
        }
    }

    private static MimeMultipart parts(Mail mail) throws MessagingException {
        var parts = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText(mail.textBody(), StandardCharsets.UTF_8.name());
        parts.addBodyPart(text);
        for (var attachment : mail.attachments()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.mediaType())));
            part.setFileName(attachment.name());
            parts.addBodyPart(part);
        }
        return parts;
    }

    /** Jakarta Mail would otherwise make up a new Message-ID at every attempt. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String messageId;

        IdentifiedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}

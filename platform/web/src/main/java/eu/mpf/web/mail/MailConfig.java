package eu.mpf.web.mail;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The mail server. Mails wait in the database while it is away. */
@ConfigMapping(prefix = "mpf.mail")
public interface MailConfig {

    /** Host name of the server. Default {@code 127.0.0.1}, the sink of the local stack. */
    String host();

    /** Its SMTP port. Default 8088. */
    int port();

    /** The sender's address. Default {@code no-reply@mpf.example}. */
    String from();

    /**
     * Where mail servers send back what they cannot deliver (the envelope's sender). Default: {@code mpf.mail.from}. What
     * arrives there belongs to {@code POST /v1/admin/mails/projects/returned}, and those of the other services.
     */
    Optional<String> returnPath();

    /** How often waiting mails are sent. Default {@code 1s}; {@code off} for never. */
    String sendEvery();

    /** How often notices that are due are collected into mails. Default {@code 1m}; {@code off} for never. */
    String digestEvery();
}

package eu.mpf.web.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.write.LastWrites;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;

/** Queues mails in the caller's transaction: what is rolled back is never sent. */
@ApplicationScoped
public class Mailer {
    private static final String INSERT = """
        INSERT INTO mail_outbox (id, dedup_key, recipient, subject, body, attachments, person_hash)
        VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), ?) ON CONFLICT (dedup_key) DO NOTHING
        """;

    private final LastWrites writes;
    private final TransactionSynchronizationRegistry transactions;
    private final PersonHash hashes;
    private final ObjectMapper json;

    Mailer(LastWrites writes, TransactionSynchronizationRegistry transactions, PersonHash hashes, ObjectMapper json) {
        this.writes = writes;
        this.hashes = hashes;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * Queues a mail.
     *
     * @param dedupKey names the occasion, for example {@code registration-confirmed/<id>}: one mail per key, ever; a second is
     *     dropped
     * @throws IllegalStateException outside a transaction
     */
    public void queue(Mail mail, String dedupKey) {
        if (transactions.getTransactionKey() == null) {
            throw new IllegalStateException("a mail is queued in the transaction that gives the occasion for it");
        }
        try {
            UUID id = Ids.next();
            String attachments = json.writeValueAsString(mail.attachments());
            String person = hashes.ofWritten(mail.to()).orElse(null);
            writes.add(
                    INSERT,
                    row -> row.id(id)
                            .text(dedupKey)
                            .text(mail.to())
                            .text(mail.subject())
                            .text(mail.textBody())
                            .text(attachments)
                            .text(person));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the mail cannot be queued", e);
        }
    }
}

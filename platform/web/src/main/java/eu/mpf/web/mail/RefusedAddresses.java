package eu.mpf.web.mail;

import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Addresses a mail server has refused for good (a 5xx answer to the address). What is for them is held, not lost. */
@ApplicationScoped
public class RefusedAddresses {
    private final Sql sql;

    RefusedAddresses(Sql sql) {
        this.sql = sql;
    }

    void mark(String address, UUID mail) {
        sql.update("""
                INSERT INTO mail_refused_address (address, mail_id, person_hash)
                SELECT ?, id, person_hash FROM mail_outbox WHERE id = ? ON CONFLICT DO NOTHING""", address.toLowerCase(Locale.ROOT), mail);
    }

    /** Takes waiting mails to marked addresses out of the queue. */
    void holdWaiting() {
        sql.update("""
                UPDATE mail_outbox m SET status = 'HELD' WHERE status = 'QUEUED' AND due_at <= now()
                AND EXISTS (SELECT FROM mail_refused_address a WHERE a.address = lower(m.recipient))""");
    }

    /**
     * Takes the mark off the address of a held mail and queues all that is held for it, in the caller's transaction.
     *
     * @return how many mails are queued again; empty if there is no such held mail
     */
    public Optional<Integer> release(UUID heldMail) {
        return sql.first(
                        "SELECT lower(recipient) FROM mail_outbox WHERE id = ? AND status = 'HELD'",
                        row -> row.getString(1),
                        heldMail)
                .map(address -> {
                    sql.update("DELETE FROM mail_refused_address WHERE address = ?", address);
                    return sql.update(
                            "UPDATE mail_outbox SET status = 'QUEUED', due_at = now(), attempts = 0"
                                    + " WHERE status = 'HELD' AND lower(recipient) = ?",
                            address);
                });
    }
}

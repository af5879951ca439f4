package eu.mpf.calls.notice;

import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who works on an application, by the address in the token. Callers bring the transaction. */
@ApplicationScoped
public class Contacts {

    private final Sql sql;
    private final Caller caller;

    Contacts(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /** Remembers the caller, if the token tells an address. */
    public void add(UUID applicationId) {
        caller.email()
                .ifPresent(address -> sql.update(
                        "INSERT INTO application_contact (application_id, subject, address, language)"
                                + " VALUES (?, ?, lower(?), 'en')"
                                + " ON CONFLICT (application_id, subject) DO UPDATE SET address = excluded.address",
                        applicationId,
                        caller.subject(),
                        address));
    }
}

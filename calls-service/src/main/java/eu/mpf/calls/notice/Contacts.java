package eu.mpf.calls.notice;

import eu.mpf.web.language.Languages;
import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Who works on an application, by the address in the token. Callers bring the transaction. */
@ApplicationScoped
public class Contacts {

    private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);

    private final Sql sql;
    private final Caller caller;
    private final Languages languages;

    Contacts(Sql sql, Caller caller, Languages languages) {
        this.sql = sql;
        this.caller = caller;
        this.languages = languages;
    }

    /** Remembers the caller, if the token tells an address. */
    public void add(UUID applicationId) {
        caller.email()
                .ifPresent(address -> sql.update(
                        "INSERT INTO application_contact (application_id, subject, address, language)"
                                + " VALUES (?, ?, lower(?), ?)"
                                + " ON CONFLICT (application_id, subject) DO UPDATE SET address = excluded.address",
                        applicationId,
                        caller.subject(),
                        address,
                        languages.pick(OFFERED).getLanguage()));
    }
}

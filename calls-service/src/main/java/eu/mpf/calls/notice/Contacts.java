package eu.mpf.calls.notice;

import eu.mpf.web.language.Languages;
import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
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
    private final PersonHash people;

    Contacts(Sql sql, Caller caller, Languages languages, PersonHash people) {
        this.sql = sql;
        this.caller = caller;
        this.languages = languages;
        this.people = people;
    }

    /** Remembers the caller, if the token tells an address. */
    public void add(UUID applicationId) {
        caller.email()
                .ifPresent(address -> sql.update(
                        "INSERT INTO application_contact (application_id, subject, address, language, person_hash)"
                                + " VALUES (?, ?, lower(?), ?, ?)"
                                + " ON CONFLICT (application_id, subject) DO UPDATE SET address = excluded.address,"
                                + " person_hash = excluded.person_hash",
                        applicationId,
                        caller.subject(),
                        address,
                        languages.pick(OFFERED).getLanguage(),
                        people.ofWritten(address).orElse(null)));
    }
}

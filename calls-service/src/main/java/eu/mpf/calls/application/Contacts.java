package eu.mpf.calls.application;

import eu.mpf.web.language.Languages;
import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people around an application: the one letters go to, those who work on it, and whom an invited partner named. Each has
 * a row; who they are to the application is its subject. Callers bring the transaction.
 */
@ApplicationScoped
public class Contacts {

    private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);

    /** Of somebody named by the lead, who may have no account. */
    private static final String NAMED = "";

    private static final String WRITE =
            "INSERT INTO application_contact (application_id, subject, name, address, language, person_hash, main)"
                    + " VALUES (?, ?, ?, lower(?), ?, ?, ?) ON CONFLICT (application_id, subject) DO UPDATE"
                    + " SET address = excluded.address, language = excluded.language,"
                    + " name = coalesce(excluded.name, application_contact.name), person_hash = excluded.person_hash";

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

    /** Whom letters and questions about the application go to. */
    public Optional<Contact> main(UUID applicationId) {
        return sql.first(
                "SELECT name, address, language FROM application_contact WHERE application_id = ? AND main",
                Contacts::contact,
                applicationId);
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(row.getString(1), row.getString(2), row.getString(3));
    }

    /** Remembers who began the application, if the token tells an address: letters go there until somebody else is named. */
    void begin(UUID applicationId) {
        add(applicationId, true);
    }

    /** Remembers the caller as one who works on the application, if the token tells an address. */
    void add(UUID applicationId) {
        add(applicationId, false);
    }

    private void add(UUID applicationId, boolean main) {
        caller.email().ifPresent(address -> {
            String language = languages.pick(OFFERED).getLanguage();
            write(applicationId, caller.subject(), caller.name().orElse(null), address, language, main);
        });
    }

    /** Names whom letters go to from now on. */
    void nameMain(UUID applicationId, Contact contact) {
        sql.update("DELETE FROM application_contact WHERE application_id = ? AND subject = ?", applicationId, NAMED);
        sql.update("UPDATE application_contact SET main = false WHERE application_id = ? AND main", applicationId);
        write(applicationId, NAMED, contact, true);
    }

    /** Whom to ask whether a partner takes part; they hear of nothing else. */
    void namePartner(UUID applicationId, UUID partnerId, Contact contact) {
        write(applicationId, partner(partnerId), contact, false);
    }

    Optional<Contact> ofPartner(UUID applicationId, UUID partnerId) {
        return sql.first(
                "SELECT name, address, language FROM application_contact WHERE application_id = ? AND subject = ?",
                Contacts::contact,
                applicationId,
                partner(partnerId));
    }

    void forgetPartner(UUID applicationId, UUID partnerId) {
        sql.update(
                "DELETE FROM application_contact WHERE application_id = ? AND subject = ?",
                applicationId,
                partner(partnerId));
    }

    private static String partner(UUID partnerId) {
        return "partner/" + partnerId;
    }

    private void write(UUID applicationId, String subject, Contact contact, boolean main) {
        String language = contact.locale().getLanguage();
        write(applicationId, subject, contact.name(), contact.email(), language, main);
    }

    private void write(
            UUID applicationId, String subject, @Nullable String name, String address, String language, boolean main) {
        sql.update(
                WRITE,
                applicationId,
                subject,
                name,
                address,
                language,
                people.ofWritten(address).orElse(null),
                main);
    }
}

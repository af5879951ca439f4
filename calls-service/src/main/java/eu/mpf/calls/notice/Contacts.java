package eu.mpf.calls.notice;

import eu.mpf.web.security.Caller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Who works on an application, by the address in the token. Callers bring the transaction. */
@ApplicationScoped
public class Contacts {

    private static final String ADD = "INSERT INTO application_contact (application_id, subject, address, language)"
            + " VALUES (?, ?, lower(?), ?) ON CONFLICT (application_id, subject) DO UPDATE SET address = excluded.address";

    private final AgroalDataSource database;
    private final Caller caller;

    Contacts(AgroalDataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** Remembers the caller, if the token tells an address. */
    public void add(UUID applicationId) {
        String address = caller.email().orElse(null);
        if (address == null) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, applicationId);
            statement.setString(2, caller.subject());
            statement.setString(3, address);
            statement.setString(4, "en");
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("contact of an application", e);
        }
    }
}

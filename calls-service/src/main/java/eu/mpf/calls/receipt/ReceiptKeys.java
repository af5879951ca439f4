package eu.mpf.calls.receipt;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs and all keys that ever signed. The private key comes from configuration; where none is configured, one is
 * generated and kept in the database, so that several replicas and a restart sign with the same.
 */
@ApplicationScoped
@Startup
public class ReceiptKeys {

    private static final Logger LOG = Logger.getLogger(ReceiptKeys.class);

    private final AgroalDataSource dataSource;
    private final ReceiptConfig config;
    private @Nullable SigningKey current;

    ReceiptKeys(AgroalDataSource dataSource, ReceiptConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    @PostConstruct
    void open() {
        Optional<String> configured = config.privateKey();
        if (configured.isPresent()) {
            SigningKey key = SigningKey.of(config.publicKey().orElseThrow(), configured.get());
            publish(key);
            current = key;
            return;
        }
        SigningKey kept = all().stream()
                .filter(key -> key.privateKey() != null)
                .findFirst()
                .orElse(null);
        if (kept == null) {
            LOG.warn("No mpf.receipts.private-key: receipts are signed with a generated key kept in the database.");
            keep(SigningKey.generate());
            kept = all().stream()
                    .filter(key -> key.privateKey() != null)
                    .findFirst()
                    .orElseThrow();
        }
        current = kept;
    }

    SigningKey signing() {
        if (current == null) {
            throw new IllegalStateException("receipt keys are not open");
        }
        return current;
    }

    /** Every key that ever signed, the oldest first. */
    List<SigningKey> all() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT public_key, private_key FROM receipt_key ORDER BY created_at, kid");
                ResultSet row = statement.executeQuery()) {
            List<SigningKey> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(SigningKey.of(row.getString(1), row.getString(2)));
            }
            return keys;
        } catch (SQLException e) {
            throw new IllegalStateException("receipt keys", e);
        }
    }

    private void publish(SigningKey key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO receipt_key (kid, public_key) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            statement.setString(1, key.kid());
            statement.setString(2, SigningKey.base64(key.publicKey().getEncoded()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("receipt key", e);
        }
    }

    private void keep(SigningKey generated) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                keepFirst(connection, generated);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("receipt key", e);
        }
    }

    /**
     * Of replicas that start together the first one's key is kept. The lock ends with the transaction, so it never stays on
     * a connection of the pool; the insertion is a statement of its own and sees what the other replica has stored meanwhile.
     */
    static void keepFirst(Connection connection, SigningKey generated) throws SQLException {
        try (Statement lock = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO receipt_key (kid, public_key, private_key) SELECT ?, ?, ?"
                                + " WHERE NOT EXISTS (SELECT 1 FROM receipt_key WHERE private_key IS NOT NULL)")) {
            lock.execute("SELECT pg_advisory_xact_lock(724401)");
            statement.setString(1, generated.kid());
            statement.setString(2, SigningKey.base64(generated.publicKey().getEncoded()));
            statement.setString(
                    3,
                    SigningKey.base64(
                            Objects.requireNonNull(generated.privateKey()).getEncoded()));
            statement.executeUpdate();
        }
    }
}

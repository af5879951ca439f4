package eu.mpf.calls.receipt;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
            store(key, false);
            current = key;
            return;
        }
        SigningKey kept = all().stream()
                .filter(key -> key.privateKey() != null)
                .findFirst()
                .orElse(null);
        if (kept == null) {
            LOG.warn("No mpf.receipts.private-key: receipts are signed with a generated key kept in the database.");
            store(SigningKey.generate(), true);
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

    /** Two replicas that start together keep the first generated key: the lock lets one see what the other stored. */
    private void store(SigningKey key, boolean withPrivate) {
        String sql = withPrivate
                ? "WITH alone AS (SELECT pg_advisory_lock(724401))"
                        + " INSERT INTO receipt_key (kid, public_key, private_key) SELECT ?, ?, ? FROM alone"
                        + " WHERE NOT EXISTS (SELECT 1 FROM receipt_key WHERE private_key IS NOT NULL)"
                : "INSERT INTO receipt_key (kid, public_key, private_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.kid());
            statement.setString(2, SigningKey.base64(key.publicKey().getEncoded()));
            statement.setString(
                    3,
                    withPrivate && key.privateKey() != null
                            ? SigningKey.base64(key.privateKey().getEncoded())
                            : null);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("receipt key", e);
        }
    }
}

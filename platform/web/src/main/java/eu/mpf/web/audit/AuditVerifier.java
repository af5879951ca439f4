package eu.mpf.web.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks the whole chain beside the entries and says where they part. */
@ApplicationScoped
class AuditVerifier {
    private static final int FETCH_SIZE = 1_000;

    private static final String CHAIN = "SELECT s.position, s.entry_id, s.hash, " + AuditRows.COLUMNS
            + " FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id ORDER BY s.position";

    /** Entries in no chain: those waiting for the sealer, and those nobody announced to it. */
    private static final String LOOSE = "SELECT u.entry_id AS waiting, " + AuditRows.COLUMNS
            + " FROM (SELECT * FROM audit_entry a WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = a.id)) e"
            + " FULL JOIN audit_unsealed u ON u.entry_id = e.id";

    private final AgroalDataSource database;
    private final AuditSignature signature;

    AuditVerifier(AgroalDataSource database, AuditSignature signature) {
        this.database = database;
        this.signature = signature;
    }

    /** A place in the chain noted earlier. */
    record Checkpoint(long position, String hash) {}

    AuditVerification verify(@Nullable Checkpoint noted) {
        return QuarkusTransaction.suspendingExisting().call(() -> {
            try (var connection = database.getConnection()) {
                // Begun here and not by the transaction manager: a pool may have asked something on the connection
                // already.
                connection.setAutoCommit(false);
                try {
                    return verify(connection, noted);
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        });
    }

    private AuditVerification verify(Connection connection, @Nullable Checkpoint noted) throws SQLException {
        // One snapshot for all statements, so that the sealer at work is not taken for a forger.
        try (var begin = connection.createStatement()) {
            begin.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        }
        var walk = new ChainWalk(signature, noted);
        each(
                connection,
                CHAIN,
                row -> walk.sealed(
                        new ChainLink(row.getLong("position"), row.getBytes("hash")),
                        row.getObject("entry_id", UUID.class),
                        AuditRows.signed(row)));
        each(connection, LOOSE, row -> walk.loose(row.getObject("waiting", UUID.class), AuditRows.signed(row)));
        return walk.result();
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, RowReader reader) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}

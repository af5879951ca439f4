package eu.mpf.web.audit;

import eu.mpf.web.audit.AuditVerification.Finding;
import eu.mpf.web.audit.AuditVerification.Kind;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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
        var walk = new Walk(noted);
        each(connection, CHAIN, walk::seal);
        each(connection, LOOSE, walk::loose);
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

    private final class Walk {
        private final @Nullable Checkpoint noted;
        private final List<Finding> findings = new ArrayList<>();
        private long position;
        private long checked;
        private long unsealed;
        private byte[] head = AuditRows.GENESIS;
        private boolean met;

        Walk(@Nullable Checkpoint noted) {
            this.noted = noted;
        }

        void seal(ResultSet row) throws SQLException {
            var here = row.getLong("position");
            var first = position + 1;
            if (here > first) {
                // One finding, however wide the gap: a link planted far ahead is not to keep us counting.
                find(
                        Kind.REMOVED,
                        first,
                        null,
                        here == first + 1
                                ? "the chain's link is gone"
                                : "the chain's links up to position %d are gone".formatted(here - 1));
            }
            var entryId = row.getObject("entry_id", UUID.class);
            var hash = row.getBytes("hash");
            if (row.getObject("id") == null) {
                find(Kind.REMOVED, here, entryId, "the entry is gone");
            } else {
                checkEntry(row, here, entryId, hash, here == position + 1);
            }
            if (noted != null && noted.position() == here) {
                met = hex(hash).equalsIgnoreCase(noted.hash());
            }
            position = here;
            head = hash;
            checked++;
        }

        private void checkEntry(ResultSet row, long here, UUID entryId, byte[] hash, boolean follows)
                throws SQLException {
            var canonical = AuditJson.canonical(AuditRows.entry(row));
            var mark = row.getBytes("signature");
            var signed = Arrays.equals(signature.sign(canonical), mark);
            var linked = !follows || Arrays.equals(AuditRows.link(head, canonical, mark), hash);
            if (!linked) {
                find(Kind.CHANGED, here, entryId, signed ? "the chain's link was changed" : "the entry was changed");
            } else if (!signed) {
                find(Kind.INSERTED, here, entryId, "the service did not write this entry as it stands");
            }
        }

        void loose(ResultSet row) throws SQLException {
            var waiting = row.getObject("waiting", UUID.class);
            var id = row.getObject("id", UUID.class);
            if (id == null) {
                find(Kind.REMOVED, null, waiting, "the entry is gone before it was sealed");
            } else if (waiting == null) {
                find(Kind.INSERTED, null, id, "the service did not announce this entry for sealing");
            } else if (!Arrays.equals(signature.sign(AuditRows.entry(row)), row.getBytes("signature"))) {
                find(Kind.INSERTED, null, id, "the service did not write this entry as it stands");
            } else {
                unsealed++;
            }
        }

        AuditVerification result() {
            if (noted != null && !met) {
                find(Kind.REWRITTEN, noted.position(), null, "the chain does not hold the hash noted earlier");
            }
            return new AuditVerification(findings.isEmpty(), checked, unsealed, position, hex(head), findings);
        }

        private void find(Kind kind, @Nullable Long where, @Nullable UUID entry, String detail) {
            if (findings.size() < AuditVerification.MAXIMUM) {
                findings.add(new Finding(kind, where, entry, detail));
            }
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

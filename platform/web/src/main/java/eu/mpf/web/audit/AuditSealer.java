package eu.mpf.web.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;

/**
 * Chains entries after they are committed, so that writers never wait for each other. Only transactions older than
 * every running one are taken: none can appear later with a smaller number, so the order is final. One sealer at a time
 * among all replicas.
 */
@ApplicationScoped
public class AuditSealer {
    private static final long LOCK = 0x6d70662d61756474L; // "mpf-audt"
    private static final int BATCH = 1_000;

    /** A number above the snapshot's end can only come from a restored dump: that transaction is over as well. */
    private static final String SETTLED = """
        SELECT %s FROM audit_unsealed u JOIN audit_entry e ON e.id = u.entry_id
        WHERE u.xid < pg_snapshot_xmin(pg_current_snapshot()) OR u.xid >= pg_snapshot_xmax(pg_current_snapshot())
        ORDER BY u.xid, u.entry_id LIMIT %d
        """.formatted(AuditRows.COLUMNS, BATCH);

    private final AgroalDataSource database;
    private final AuditAnchor anchor;

    AuditSealer(AgroalDataSource database, AuditAnchor anchor) {
        this.database = database;
        this.anchor = anchor;
    }

    private record Seal(ChainLink link, UUID entry) {}

    /** Seals everything that can be sealed now. */
    @Scheduled(
            identity = "seal-audit-trail",
            every = "{mpf.web.audit.seal-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void seal() {
        int sealed;
        do {
            sealed = QuarkusTransaction.requiringNew().call(this::sealBatch);
        } while (sealed == BATCH);
    }

    private int sealBatch() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!lock(connection)) {
                return 0;
            }
            var seals = new ArrayList<Seal>();
            var head = head(connection);
            try (var statement = connection.prepareStatement(SETTLED);
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    var entry = Objects.requireNonNull(AuditRows.signed(row));
                    head = head.next(entry);
                    seals.add(new Seal(head, entry.entry().id()));
                }
            }
            if (!seals.isEmpty()) {
                store(connection, seals);
                anchor.drop(head.position(), head.hash());
            }
            return seals.size();
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static ChainLink head(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "SELECT position, hash FROM audit_seal ORDER BY position DESC LIMIT 1");
                var row = statement.executeQuery()) {
            return row.next() ? new ChainLink(row.getLong(1), row.getBytes(2)) : ChainLink.GENESIS;
        }
    }

    private static void store(Connection connection, ArrayList<Seal> seals) throws SQLException {
        try (var insert = connection.prepareStatement(
                        "INSERT INTO audit_seal (position, entry_id, hash) VALUES (?, ?, ?)");
                var delete = connection.prepareStatement("DELETE FROM audit_unsealed WHERE entry_id = ANY (?)")) {
            for (var seal : seals) {
                insert.setLong(1, seal.link().position());
                insert.setObject(2, seal.entry());
                insert.setBytes(3, seal.link().hash());
                insert.addBatch();
            }
            insert.executeBatch();
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", seals.stream().map(Seal::entry).toArray()));
            delete.executeUpdate();
        }
    }
}

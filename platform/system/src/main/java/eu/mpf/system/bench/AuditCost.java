package eu.mpf.system.bench;

import eu.mpf.system.up.LoneService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the trail costs a write. Both sides are the same service: in every other round a trigger drops the entries before
 * they are stored and sealed, so the difference is that of the database and the sealer; an entry's own making and signing,
 * some microseconds, stays in both.
 */
final class AuditCost {

    private static final String[] TABLES = {"audit_entry", "audit_unsealed"};

    private final LoneService service;
    private final Connection database;
    private final ProjectImports imports;

    AuditCost(LoneService service, Connection database, ProjectImports imports) {
        this.service = service;
        this.database = database;
        this.imports = imports;
    }

    private record Round(double seconds, double processor) {}

    void run(int rounds, int rows) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        imports.send("COST-WARM", 0, rows);
        for (int round = 0; round < rounds; round++) {
            Round with = round("COST-A" + round, rows);
            drop(true);
            Round without = round("COST-B" + round, rows);
            drop(false);
            seconds.add(with.seconds() / without.seconds());
            processor.add(with.processor() / without.processor());
        }
        System.out.printf(
                Locale.ROOT,
                "   writes with the trail beside writes whose entries are dropped: time %s, median %.3f; processor %s, median %.3f (aim 1.05)%n",
                Medians.listed(seconds),
                Medians.of(seconds),
                Medians.listed(processor),
                Medians.of(processor));
    }

    private Round round(String prefix, int rows) throws Exception {
        double cpu = Cpu.seconds(service.pid()) + Cpu.treeSeconds(service.databasePid());
        double seconds = imports.send(prefix, 0, rows);
        return new Round(seconds, Cpu.seconds(service.pid()) + Cpu.treeSeconds(service.databasePid()) - cpu);
    }

    private void drop(boolean drop) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(
                    "CREATE OR REPLACE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
            for (String table : TABLES) {
                statement.execute(
                        drop
                                ? "CREATE TRIGGER dropped BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION nothing()"
                                        .formatted(table)
                                : "DROP TRIGGER dropped ON " + table);
            }
        }
    }
}

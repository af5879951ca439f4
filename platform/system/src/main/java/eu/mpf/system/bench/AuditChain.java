package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.up.LoneService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Locale;

/**
 * E-32: as many audit entries as asked for, written by the service itself as it imports projects, and the whole chain
 * verified; then one byte changed, one entry removed and two exchanged by somebody who has the database, each of which the
 * verifier must name. At last what the trail costs a write: the same imports with entries and with entries the database
 * drops as they come.
 */
final class AuditChain implements Benchmark {

    private static final int FILE = 10_000;

    @Override
    public void run(Settings settings) throws Exception {
        int entries = settings.number("entries", 1_000_000);
        int rounds = settings.number("rounds", 3);
        int written = settings.number("written", 5_000);
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        int base = settings.number("port", Ports.free());
        try (var service = LoneService.projects(Path.of("").toAbsolutePath(), scratch, base, reaper);
                var database = DriverManager.getConnection(service.superuserUrl())) {
            Machine.describe(database);
            System.out.println("projects-service: " + Machine.flags(service.pid()));
            var imports = new ProjectImports(service);
            var trail = new AuditDesk(service, database);
            fill(imports, trail, entries);
            verify(service, trail);
            forge(database, trail);
            new AuditCost(service, database, imports).run(rounds, written);
        }
    }

    private static void fill(ProjectImports imports, AuditDesk trail, int entries) throws Exception {
        long start = System.nanoTime();
        for (int done = 0; done < entries; done += FILE) {
            imports.send("AUDIT", done, Math.min(FILE, entries - done));
        }
        double imported = (System.nanoTime() - start) / 1e9;
        trail.awaitSealed();
        System.out.printf(
                Locale.ROOT,
                "-- E-32: %,d projects imported in %.0f s; all entries sealed %.1f s after the last%n",
                entries,
                imported,
                (System.nanoTime() - start) / 1e9 - imported);
    }

    private static void verify(LoneService service, AuditDesk trail) throws Exception {
        for (int round = 0; round < 3; round++) {
            double cpu = Cpu.seconds(service.pid());
            double database = Cpu.treeSeconds(service.databasePid());
            long start = System.nanoTime();
            JsonNode found = trail.verify();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "   verified %,d entries in %.2f s, intact %s (aim: 1,000,000 in 10 s); processor %.2f s service, %.2f s PostgreSQL%n",
                    found.path("checked").asLong(),
                    seconds,
                    found.path("intact").asBoolean(),
                    Cpu.seconds(service.pid()) - cpu,
                    Cpu.treeSeconds(service.databasePid()) - database);
            if (!found.path("intact").asBoolean()) {
                throw new BrokenInvariant("I8: an untouched chain does not verify: " + found);
            }
        }
    }

    private static void forge(Connection database, AuditDesk trail) throws Exception {
        long middle = trail.entries() / 2;
        trail.tampered(
                "one byte of an entry changed",
                "UPDATE audit_entry SET object_id = overlay(object_id placing CASE WHEN right(object_id, 1) = '0' THEN '1' ELSE '0' END"
                        + " from length(object_id)) WHERE id = (SELECT entry_id FROM audit_seal WHERE position = "
                        + middle + ")",
                "CHANGED",
                middle);
        trail.tampered(
                "one entry removed",
                "DELETE FROM audit_entry WHERE id = (SELECT entry_id FROM audit_seal WHERE position = " + (middle + 1)
                        + ")",
                "REMOVED",
                middle + 1);
        trail.tampered(
                "two entries exchanged",
                "UPDATE audit_seal s SET entry_id = o.entry_id FROM audit_seal o WHERE s.position IN (%1$d, %2$d)"
                                .formatted(middle, middle + 5)
                        + " AND o.position = %d - s.position".formatted(2 * middle + 5),
                "CHANGED",
                middle);
        if (!trail.verify().path("intact").asBoolean()) {
            throw new BrokenInvariant("I8: the chain is not intact once everything is put back");
        }
    }
}

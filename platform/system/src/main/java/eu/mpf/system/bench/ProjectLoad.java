package eu.mpf.system.bench;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.up.LoneService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Set;

/** E-1 to E-4, E-8, E-9, E-18: the projects service over many projects, beside the database alone in the same run. */
final class ProjectLoad implements Benchmark {

    static final String ALL = "e1,e2,e3,e4,e8,e9,e18";

    private final String measured;

    /** @param measured what is measured unless told otherwise */
    ProjectLoad(String measured) {
        this.measured = measured;
    }

    @Override
    public void run(Settings settings) throws Exception {
        int rows = settings.number("rows", 1_000_000);
        int rounds = settings.number("rounds", 3);
        int seconds = settings.number("seconds", 5);
        Set<String> only = Set.of(settings.text("only", measured).split(","));
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        int base = settings.number("port", Ports.free());
        try (var service = LoneService.projects(Path.of("").toAbsolutePath(), scratch, base, reaper);
                var database = DriverManager.getConnection(service.jdbcUrl())) {
            Machine.describe(database);
            System.out.println("projects-service: " + Machine.flags(service.pid()));
            ManyProjects.fill(database, rows);
            var reading = new Reading(service, database, rounds, seconds);
            if (only.contains("e1")) {
                reading.one();
            }
            if (only.contains("e2")) {
                reading.page();
            }
            if (only.contains("e18")) {
                reading.allocation();
            }
            if (only.contains("e3")) {
                new DeepPage(service, database, rows, rounds).run();
            }
            if (only.contains("e4")) {
                new Searching(new Request(service.url())).run();
            }
            if (only.contains("e9")) {
                new Exporting(service, database, rows, rounds).run();
            }
            if (only.contains("e8")) {
                new Importing(service, database, settings.number("imported", 100_000)).run();
            }
        }
    }
}

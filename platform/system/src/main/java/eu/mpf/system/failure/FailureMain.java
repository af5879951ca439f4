package eu.mpf.system.failure;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.bench.Settings;
import eu.mpf.system.client.Session;
import eu.mpf.system.failure.Findings.Promised;
import eu.mpf.system.up.BreakableStack;
import eu.mpf.system.up.BreakableStack.Piece;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * {@code ./mpf failures [name…] [seed=1] [times=2] [away=10] [people=6]}: starts the whole platform, breaks one piece after
 * the other while people write, and asks after each whether everything that was acknowledged is there, once, in every
 * database and in the log of events. At the end it takes away what must be missed: a check that does not notice is broken.
 * Ends with status 1 if anything does not hold.
 */
public final class FailureMain {

    private static final int WARM = 100;

    private final BreakableStack stack;
    private final int people;
    private final SplittableRandom random;
    private final List<String> broken = new ArrayList<>();

    private FailureMain(BreakableStack stack, int people, long seed) {
        this.stack = stack;
        this.people = people;
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>();
        Settings settings = Settings.of(arguments, names);
        int seed = settings.number("seed", 1);
        Map<String, Fault> faults =
                new Faults(settings.number("times", 2), Duration.ofSeconds(settings.number("away", 10))).all();
        if (!faults.keySet().containsAll(names)) {
            names.removeAll(faults.keySet());
            System.err.println(
                    "mpf: there is no failure " + String.join(", ", names) + "; there are " + faults.keySet());
            System.exit(2);
            return;
        }
        faults.keySet().removeIf(name -> !names.isEmpty() && !names.contains(name));
        Path scratch = Files.createTempDirectory("mpf-failures");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        System.out.printf("failures, seed %d%n", seed);
        int status;
        try (var stack = new BreakableStack(
                Path.of("").toAbsolutePath(), scratch, Ports.free(), reaper, Restore.archiving(scratch))) {
            status = new FailureMain(stack, settings.number("people", 6), seed).run(faults);
        }
        System.exit(status);
    }

    private int run(Map<String, Fault> faults) throws Exception {
        for (Map.Entry<String, Fault> each : faults.entrySet()) {
            Findings findings = during(each.getKey(), each.getValue());
            if (!findings.none()) {
                broken.add(each.getKey());
            }
        }
        if (!noticed()) {
            broken.add("negative control");
        }
        System.out.println(broken.isEmpty() ? "everything holds" : "BROKEN: " + String.join(", ", broken));
        return broken.isEmpty() ? 0 : 1;
    }

    private Findings during(String name, Fault fault) throws Exception {
        System.out.println("-- " + name);
        String prefix = name.toUpperCase(Locale.ROOT);
        try (var writers = new Writers(stack.platform(), prefix, people)) {
            writers.awaitMore(WARM);
            String remark = fault.cause(stack, writers, random);
            writers.awaitMore(WARM);
            List<Promise> promises = writers.finish();
            System.out.printf(
                    Locale.ROOT,
                    "   %s%n   %,d requests acknowledged; answers %s; the slowest after %.1f s%n",
                    remark,
                    writers.acknowledged(),
                    writers.outcomes(),
                    writers.slowest().toMillis() / 1e3);
            var checks = new Checks(stack, prefix, promises);
            System.out.printf(
                    Locale.ROOT,
                    "   all followers caught up after %.1f s%n",
                    checks.awaitConvergence().toMillis() / 1e3);
            Findings findings = checks.check(writers);
            verifyAudit(findings);
            findings.print();
            return findings;
        }
    }

    private void verifyAudit(Findings findings) {
        for (String service : List.of("projects", "events", "calls", "gateway")) {
            JsonNode answer = stack.platform()
                    .as("auditor")
                    .post("/v1/audit/" + service + ":verify", Session.object(body -> {}))
                    .expect(200)
                    .json();
            if (!answer.path("intact").asBoolean()) {
                findings.add(Promised.I8, service + ": " + answer.path("findings"));
            }
        }
    }

    /** An event that waits is taken away, and an organisation. */
    private boolean noticed() throws Exception {
        System.out.println("-- negative control: an event and an organisation are taken away; BROKEN is right here");
        String prefix = "CONTROL";
        try (var writers = new Writers(stack.platform(), prefix, people)) {
            writers.awaitMore(WARM);
            stack.kill(Piece.KAFKA);
            writers.awaitMore(WARM);
            List<Promise> promises = writers.finish();
            try (var connection = DriverManager.getConnection(stack.superuserUrl("projects"));
                    var statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = replica");
                statement.execute("DELETE FROM outbox_event WHERE seq = (SELECT max(seq) FROM outbox_event)");
                statement.execute("DELETE FROM organisation WHERE code = '"
                        + promises.getFirst().code() + "'");
            }
            stack.start(Piece.KAFKA);
            var checks = new Checks(stack, prefix, promises);
            checks.awaitConvergence();
            Findings findings = checks.check(writers);
            findings.print();
            boolean noticed = findings.breaks(Promised.I2) && findings.breaks(Promised.I5);
            System.out.println(noticed ? "   the check fails, as it must" : "   THE CHECK DOES NOT NOTICE");
            return noticed;
        }
    }
}

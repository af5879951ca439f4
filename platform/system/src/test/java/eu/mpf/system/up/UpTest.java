package eu.mpf.system.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.PostgresServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path data;

    private final int port = RunningLauncher.freePorts();

    @BeforeAll
    static void allModulesArePackaged() {
        assumeTrue(
                Stream.of("projects-service", "events-service", "calls-service", "gateway")
                        .allMatch(
                                name -> Files.exists(ROOT.resolve(name).resolve("target/quarkus-app/quarkus-run.jar"))),
                "the applications have not been packaged");
    }

    @Test
    void aRunKilledWithAllItsPartsLeavesNothingThatBlocksTheNextAndLosesNoData() throws Exception {
        var first = RunningLauncher.startWithoutDemo(ROOT, data, port);
        first.awaitReady();
        sql("CREATE TABLE kept AS SELECT 1 AS answer");
        first.killAll();

        var second = RunningLauncher.startWithoutDemo(ROOT, data, port);
        second.awaitReady();
        sql("DROP TABLE kept"); // fails if it is not there
        second.stop();

        assertThat(second.text()).contains("stopped");
        assertThat(Arrays.stream(Part.values()).map(part -> part.port(port))).allMatch(Ports::isFree);
    }

    @Test
    void thePartsEndWithAKilledLauncher() throws Exception {
        var launcher = RunningLauncher.startWithoutDemo(ROOT, data, port);
        launcher.awaitReady();
        var parts = launcher.parts();
        assertThat(parts).hasSize(6);
        launcher.kill();
        parts.forEach(part -> part.onExit().join());
        assertThat(Arrays.stream(Part.values()).map(part -> part.port(port))).allMatch(Ports::isFree);
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        int database = Part.POSTGRESQL.port(port);
        try (var taken = new ServerSocket(database, 1, InetAddress.getLoopbackAddress())) {
            var launcher = RunningLauncher.startWithoutDemo(ROOT, data, port);
            assertThat(launcher.awaitEnd())
                    .isEqualTo("mpf: taken already: port " + taken.getLocalPort()
                            + " (PostgreSQL); end what listens there or choose others with --port");
        }
    }

    private void sql(String statement) throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + Part.POSTGRESQL.port(port) + "/projects";
        try (var connection =
                DriverManager.getConnection(url, PostgresServer.owner("projects"), Applications.PASSWORD)) {
            connection.createStatement().execute(statement);
        }
    }
}

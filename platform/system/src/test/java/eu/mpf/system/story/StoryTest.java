package eu.mpf.system.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.mpf.system.client.Platform;
import eu.mpf.system.privacy.ErasureProof;
import eu.mpf.system.privacy.MarkerSearch;
import eu.mpf.system.privacy.RightsProof;
import eu.mpf.system.trace.SpanCollector;
import eu.mpf.system.trace.TraceProof;
import eu.mpf.system.up.RunningLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole platform, filled with the demo data through its API, tells the story; power fails in the middle of it. On the
 * same stack a person is then erased, and looked for everywhere; one request is followed through everything it touches; and
 * people are looked for where they may not be.
 */
class StoryTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path data;

    private final int port = RunningLauncher.freePorts();

    @Test
    void allTenStepsHoldThoughEverythingIsKilledAfterTheFourthAndAnErasedPersonIsNowhere() throws Exception {
        assumeTrue(
                Stream.of("projects-service", "events-service", "calls-service", "gateway")
                        .allMatch(
                                name -> Files.exists(ROOT.resolve(name).resolve("target/quarkus-app/quarkus-run.jar"))),
                "the applications have not been packaged");
        SpanCollector collector = new SpanCollector();
        RunningLauncher[] stack = {start(collector)};
        Platform platform = new Platform(
                URI.create("http://127.0.0.1:" + port),
                URI.create("http://127.0.0.1:" + (port + 7) + "/mpf/token"),
                "dev-secret",
                exchange -> {});
        ErasureProof erasure = new ErasureProof(platform, port);
        try (collector) {
            new Story(platform, System.out).tell(step -> {
                if (step == 4) {
                    stack[0] = restarted(stack[0], collector);
                }
            });
            new RightsProof(port).show();
            erasure.show();
            new TraceProof(platform, collector).show();
            new MarkerSearch(platform, port, data, ROOT, collector).show();
        } finally {
            stack[0].stop();
        }
        erasure.mails(stack[0].mails());
    }

    private RunningLauncher start(SpanCollector collector) throws IOException {
        RunningLauncher launcher = RunningLauncher.start(
                ROOT,
                data,
                port,
                Map.of(
                        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        collector.endpoint(),
                        "MPF_GATEWAY_TRACES_ENDPOINT",
                        collector.endpoint()));
        launcher.awaitReady();
        return launcher;
    }

    /** As after a power cut: the award is committed, and perhaps not yet on its way to the portfolio. */
    private RunningLauncher restarted(RunningLauncher running, SpanCollector collector) {
        try {
            running.killAll();
            return start(collector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package eu.mpf.system.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.mpf.system.client.Platform;
import eu.mpf.system.privacy.ErasureProof;
import eu.mpf.system.up.RunningLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole platform, filled with the demo data through its API, tells the story; power fails in the middle of it. On the
 * same stack a person is then erased, and looked for everywhere.
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
        RunningLauncher[] stack = {start()};
        Platform platform = new Platform(
                URI.create("http://127.0.0.1:" + port),
                URI.create("http://127.0.0.1:" + (port + 7) + "/mpf/token"),
                "dev-secret",
                exchange -> {});
        ErasureProof erasure = new ErasureProof(platform, port);
        try {
            new Story(platform, System.out).tell(step -> {
                if (step == 4) {
                    stack[0] = restarted(stack[0]);
                }
            });
            erasure.show();
        } finally {
            stack[0].stop();
        }
        erasure.mails(stack[0].mails());
    }

    private RunningLauncher start() throws IOException {
        RunningLauncher launcher = RunningLauncher.start(ROOT, data, port);
        launcher.awaitReady();
        return launcher;
    }

    /** As after a power cut: the award is committed, and perhaps not yet on its way to the portfolio. */
    private RunningLauncher restarted(RunningLauncher running) {
        try {
            running.killAll();
            return start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

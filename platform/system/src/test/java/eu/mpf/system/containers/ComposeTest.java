package eu.mpf.system.containers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.mpf.system.client.Eventually;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Target;
import eu.mpf.system.demo.GoldenData;
import eu.mpf.system.story.Story;
import java.io.File;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * {@code docker compose up --build} gives the same platform: images, health checks and order of start are those of the
 * compose file. Takes minutes, so it runs where asked for by {@code -Dstack=containers}; ports 8080 and 8087 must be free.
 */
@EnabledIfSystemProperty(named = "stack", matches = "containers")
class ComposeTest {

    private static final String[] ADDRESS = {
        "--port", "8080", "--token-endpoint", "http://127.0.0.1:8087/realms/mpf/protocol/openid-connect/token"
    };

    @Test
    void thePlatformInContainersTellsTheWholeStory() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers");
        try (ComposeContainer compose = new ComposeContainer(new File("../../docker-compose.yml"))
                .withBuild(true)
                .waitingFor("gateway", Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(25)))) {
            compose.start();
            Platform platform = Target.of(ADDRESS);
            // The gateway is ready, and healthy to Docker, before its own database is brought up.
            Eventually.see(
                    "the health of the platform",
                    () -> platform.anonymous()
                            .get("/health")
                            .expect(200)
                            .json()
                            .path("status")
                            .asText(),
                    "UP"::equals);
            new GoldenData().load(platform, text -> {});
            new Story(platform, System.out).tell();
        }
    }
}

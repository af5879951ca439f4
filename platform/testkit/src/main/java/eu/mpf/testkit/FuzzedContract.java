package eu.mpf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.embedded.Identity;
import eu.mpf.testkit.fuzz.Fuzzer;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A seeded part of what {@code ./mpf bench fuzz} does at length. A service's test class extends this one and carries
 * {@link MpfTest}; {@code -Dmpf.fuzz.seed} and {@code -Dmpf.fuzz.requests} choose another run.
 */
@Tag("E-26")
public abstract class FuzzedContract {

    private static final System.Logger LOG = System.getLogger(FuzzedContract.class.getName());

    /** Where requests go. */
    protected URI base() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    /** Makes what no request of the fuzzer would, through the API, and tells it of that. */
    protected void prepare(Fuzzer fuzzer) {}

    @Test
    void noRequestBreaksTheServiceOrItsContract() throws IOException, InterruptedException {
        var tokens = new ConcurrentHashMap<String, String>();
        var fuzzer = new Fuzzer(
                base(),
                Files.readString(Path.of("src/main/contracts/openapi.yaml")),
                Identity.all().stream().map(Identity::id).toList(),
                identity -> tokens.computeIfAbsent(identity, Tokens::of),
                Long.getLong("mpf.fuzz.seed", 2023));
        int requests = Integer.getInteger("mpf.fuzz.requests", 1_500);
        prepare(fuzzer);
        var findings = fuzzer.run(requests);
        LOG.log(System.Logger.Level.INFO, "{0} requests {1}", Integer.toString(requests), fuzzer.reach());
        assertThat(fuzzer.statuses()).as("the fuzzer reaches the operations").containsKeys(200, 400, 401, 403, 404);
        assertThat(findings)
                .as("of %d requests with answers %s that %s", requests, fuzzer.statuses(), fuzzer.reach())
                .isEmpty();
    }
}

package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each service has connections and a queue of its own: one that hangs fills them, and nobody else's. */
class BulkheadTest {

    private static final String HANGING = "GET /v1/projects HTTP/1.1\nHost: mpf.test\n\n";

    @Test
    void aServiceThatHangsDelaysNoOtherAndItsOverflowIsToldToComeBack() throws Exception {
        try (Issuer issuer = new Issuer();
                RawUpstream hanging = new RawUpstream();
                RawUpstream other = new RawUpstream();
                RunningGateway gateway = new RunningGateway(
                        hanging.port(),
                        issuer,
                        "gateway.upstreams.events",
                        "http://127.0.0.1:" + other.port(),
                        "gateway.routes.events",
                        "/v1/events",
                        "gateway.limits.connections",
                        "3",
                        "gateway.limits.waiting",
                        "4",
                        "gateway.timeouts.connect",
                        "30s",
                        "gateway.timeouts.response",
                        "30s")) {
            hanging.script((request, connection) -> connection.awaitEnd());
            List<RawClient> stuck = new ArrayList<>();
            for (int i = 0; i < 3 + 4; i++) {
                RawClient client = new RawClient(gateway.port);
                client.send(HANGING);
                stuck.add(client);
            }
            for (int i = 0; i < 3; i++) {
                hanging.next();
            }
            for (int i = 0; i < 50; i++) {
                assertThat(RawClient.get(gateway.port, "/v1/events").status()).isEqualTo(200);
            }
            Answer beyond = RawClient.exchange(gateway.port, HANGING);
            assertThat(beyond.status()).isEqualTo(503);
            assertThat(beyond.header("Retry-After")).isPresent();
            assertThat(beyond.body()).contains("\"code\":\"unavailable\"");
            assertThat(gateway.server.active())
                    .as("all the while the others hang")
                    .isEqualTo(3 + 4);
            for (RawClient client : stuck) {
                client.close();
            }
        }
    }
}

package eu.mpf.gateway;

import com.sun.net.httpserver.HttpServer;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.testkit.FuzzedContract;
import eu.mpf.testkit.MpfTest;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The gateway's own operations, through the public port and everything before it, while all services answer. */
@MpfTest
@QuarkusTestResource(StubPlatform.class)
class FuzzTest extends FuzzedContract {

    @Inject
    GatewayLifecycle gateway;

    private HttpServer calls;

    @BeforeEach
    void everyServiceAnswers() throws IOException {
        calls = StubPlatform.callsAnswer();
    }

    @AfterEach
    void asBefore() {
        calls.stop(0);
    }

    @Override
    protected URI base() {
        return URI.create("http://127.0.0.1:" + gateway.port());
    }
}

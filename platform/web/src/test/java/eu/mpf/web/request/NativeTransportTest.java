package eu.mpf.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("running")
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class NativeTransportTest {

    @Inject
    Vertx vertx;

    @Test
    @EnabledOnOs(OS.LINUX)
    void onLinuxSocketsAreServedByItsOwnInterface() {
        assertThat(vertx.isNativeTransportEnabled()).isTrue();
    }
}

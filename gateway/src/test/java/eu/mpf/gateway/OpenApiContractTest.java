package eu.mpf.gateway;

import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.OpenApiContract;
import io.quarkus.test.common.QuarkusTestResource;
import org.junit.jupiter.api.Tag;

/** The committed document is what the merged one takes for the gateway's own part. */
@MpfTest
@QuarkusTestResource(StubPlatform.class)
@Tag("X1")
class OpenApiContractTest extends OpenApiContract {}

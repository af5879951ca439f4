package eu.mpf.gateway;

import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.access.AccessMatrix;
import io.quarkus.test.common.QuarkusTestResource;

@MpfTest
@QuarkusTestResource(StubPlatform.class)
class AccessTest extends AccessMatrix {
    AccessTest() {
        super("gateway");
    }
}

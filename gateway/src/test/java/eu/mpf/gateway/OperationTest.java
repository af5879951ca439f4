package eu.mpf.gateway;

import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.OperationRules;
import io.quarkus.test.common.QuarkusTestResource;

@MpfTest
@QuarkusTestResource(StubPlatform.class)
class OperationTest extends OperationRules {
    OperationTest() {
        super("gateway");
    }
}

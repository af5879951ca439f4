package eu.mpf.gateway;

import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.testkit.AdministrationRules;
import eu.mpf.testkit.MpfTest;
import io.quarkus.test.common.QuarkusTestResource;

@MpfTest
@QuarkusTestResource(StubPlatform.class)
class AdministrationTest extends AdministrationRules {
    AdministrationTest() {
        super("gateway");
    }
}

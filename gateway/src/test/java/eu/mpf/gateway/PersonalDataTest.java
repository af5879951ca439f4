package eu.mpf.gateway;

import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PersonalDataRegister;
import io.quarkus.test.common.QuarkusTestResource;

@MpfTest
@QuarkusTestResource(StubPlatform.class)
class PersonalDataTest extends PersonalDataRegister {
    PersonalDataTest() {
        super("gateway");
    }
}

package eu.mpf.calls;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PlatformRules;

@MpfTest
class PlatformTest extends PlatformRules {
    PlatformTest() {
        super("calls");
    }
}

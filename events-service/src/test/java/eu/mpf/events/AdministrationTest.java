package eu.mpf.events;

import eu.mpf.testkit.AdministrationRules;
import eu.mpf.testkit.MpfTest;

@MpfTest
class AdministrationTest extends AdministrationRules {
    AdministrationTest() {
        super("events");
    }
}

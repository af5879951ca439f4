package eu.mpf.projects;

import eu.mpf.testkit.AdministrationRules;
import eu.mpf.testkit.MpfTest;

@MpfTest
class AdministrationTest extends AdministrationRules {
    AdministrationTest() {
        super("projects");
    }
}

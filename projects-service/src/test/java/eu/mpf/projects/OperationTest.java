package eu.mpf.projects;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.OperationRules;

@MpfTest
class OperationTest extends OperationRules {
    OperationTest() {
        super("projects");
    }
}

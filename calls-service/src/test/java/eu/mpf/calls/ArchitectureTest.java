package eu.mpf.calls;

import eu.mpf.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("eu.mpf.calls");
    }
}

package eu.mpf.gateway;

import eu.mpf.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("eu.mpf.gateway");
    }
}

package eu.mpf.events;

import eu.mpf.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("eu.mpf.events");
    }
}

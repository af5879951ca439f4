package eu.mpf.projects;

import eu.mpf.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("eu.mpf.projects");
    }
}

package eu.mpf.gateway;

import eu.mpf.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("eu.mpf.gateway");
    }

    /** What the gateway owns. The front door around it is made of HTTP: that rule of the services is not one for it. */
    @Override
    protected String[] aggregates() {
        return new String[] {"eu.mpf.gateway.partner", "eu.mpf.gateway.subject", "eu.mpf.gateway.webhook"};
    }
}

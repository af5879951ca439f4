package eu.mpf.gateway.portal;

import eu.mpf.gateway.health.PartState;
import java.util.List;

/** What the portal shows of one service. */
public record ServiceCard(String name, String about, PartState state, List<String> prefixes) {}

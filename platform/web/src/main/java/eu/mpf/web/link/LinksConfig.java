package eu.mpf.web.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How links are checked before something that holds them is published. */
@ConfigMapping(prefix = "mpf.links")
public interface LinksConfig {

    /** How long one link may take to answer, its redirects included. Default 5 s. */
    @WithDefault("PT5S")
    Duration timeout();

    /** How long all links of one publication may take; what has not answered then counts as unreachable. Default 20 s. */
    @WithDefault("PT20S")
    Duration together();

    /** How many links one instance follows at the same time. Default 8. */
    @WithDefault("8")
    int parallel();

    /** Whether targets on private addresses may be called: for tests on one machine only. Default {@code false}. */
    @WithDefault("false")
    boolean privateAddresses();
}

package eu.mpf.web.time;

import io.quarkus.runtime.BlockingOperationControl;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A request of a rehearsal goes by the clock as it is set when it comes, on whichever instance it was set. */
public class RehearsalFilter {
    private final RehearsalClock clock;

    RehearsalFilter(RehearsalClock clock) {
        this.clock = clock;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void follow() {
        if (clock.isOn() && BlockingOperationControl.isBlockingAllowed()) {
            clock.follow();
        }
    }
}

package eu.mpf.calls.call;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Tells others when a call has opened or closed by itself. What a call is never waits for this: every reader computes the
 * status by the database's clock. Two instances may look at one call; the lock on its row lets only the first tell.
 */
@ApplicationScoped
class CallClock {

    private final CallService calls;

    CallClock(CallService calls) {
        this.calls = calls;
    }

    @Scheduled(
            identity = "follow-call-clock",
            every = "${mpf.calls.clock-every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        for (UUID id : calls.movedByTheClock()) {
            try {
                calls.followClock(id);
            } catch (RuntimeException e) {
                // The other calls must not wait for one that fails; it is tried again with the next tick.
                Log.errorf(e, "what the clock did to call %s could not be told", id);
            }
        }
    }
}

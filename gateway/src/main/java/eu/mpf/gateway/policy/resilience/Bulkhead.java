package eu.mpf.gateway.policy.resilience;

import org.jspecify.annotations.Nullable;

/**
 * The places that one service has on one event loop. A request takes a place before anything is done for it and keeps it to
 * its end: so a service that hangs holds as many requests as it has places, what comes beyond is refused at once, and no
 * other service notices. The connection pool's own limit would not do: it counts a connection that is being made as somebody
 * who waits, and refuses part of a burst that there is room for. Not thread-safe.
 */
public final class Bulkhead {

    private final int places;
    private int taken;

    /** @param places connections, and requests that wait for one */
    public Bulkhead(int places) {
        this.places = places;
    }

    /** A place, or null if all are taken. */
    public @Nullable Place enter() {
        if (taken >= places) {
            return null;
        }
        taken++;
        return new Place();
    }

    /** Free again once everybody who holds it has let go. */
    public final class Place {

        private int holders = 1;

        private Place() {}

        /** One more holder, such as an attempt to get a connection, which goes on when its client has left. */
        public void hold() {
            holders++;
        }

        /** To be called once by each holder. */
        public void release() {
            if (--holders == 0) {
                taken--;
            }
        }
    }
}

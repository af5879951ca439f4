package eu.mpf.calls;

import eu.mpf.testkit.Sql;

/** The database's clock, held still by a test; it runs again when closed. */
public final class HeldClock implements AutoCloseable {

    private static final String DEFINE =
            "CREATE OR REPLACE FUNCTION platform_clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS ";

    /** While the clock stands still, nobody waits. */
    private static final String ARRIVED =
            "CREATE OR REPLACE FUNCTION calls_arrived(waited interval) RETURNS timestamptz LANGUAGE sql VOLATILE AS ";

    private HeldClock() {}

    public static HeldClock at(String instant) {
        HeldClock clock = new HeldClock();
        clock.moveTo(instant);
        return clock;
    }

    public void moveTo(String instant) {
        Sql.execute(DEFINE + "$$SELECT timestamptz '" + instant + "'$$");
        Sql.execute(ARRIVED + "'SELECT platform_clock()'");
    }

    @Override
    public void close() {
        Sql.execute(DEFINE + "'SELECT clock_timestamp() + clock_offset()'");
        Sql.execute(ARRIVED + "'SELECT platform_clock() - waited'");
    }
}

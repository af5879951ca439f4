package eu.mpf.system.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * How much of E-7 a run is: 17,066 applications in ten minutes are the whole of it. A smaller scale has fewer applications in
 * a shorter time, so that as many arrive in a second.
 *
 * @param fileBytes of each of two files
 */
record DeadlineScale(int applications, Duration window, int fileBytes) {

    private static final int ALL = 17_066;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    static DeadlineScale of(Settings settings) {
        double scale = Double.parseDouble(settings.text("scale", "0.1"));
        int applications = settings.number("applications", (int) Math.round(ALL * scale));
        int seconds = settings.number("seconds", (int) Math.max(10, Math.round(TEN_MINUTES.toSeconds() * scale)));
        return new DeadlineScale(applications, Duration.ofSeconds(seconds), settings.number("fileKiB", 1024) << 10);
    }

    private boolean full() {
        return applications >= ALL && window.compareTo(TEN_MINUTES) <= 0 && fileBytes >= 1 << 20;
    }

    @Override
    public String toString() {
        String what = String.format(
                Locale.ROOT,
                "%,d applications in %d s (%.1f/s), each 5 saves, 2 files of %,d KiB and handing in",
                applications,
                window.toSeconds(),
                (double) applications / window.toSeconds(),
                fileBytes >> 10);
        return full()
                ? "FULL SCALE of E-7: " + what
                : String.format(
                        Locale.ROOT,
                        "SCALE %.3f of E-7 (the whole is %,d in %d s): %s",
                        (double) applications / ALL,
                        ALL,
                        TEN_MINUTES.toSeconds(),
                        what);
    }
}

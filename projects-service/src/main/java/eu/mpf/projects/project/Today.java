package eu.mpf.projects.project;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.PlatformTime;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Days of the portfolio are days in Brussels, where the facility's contracts are made. */
public final class Today {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private Today() {}

    public static LocalDate day() {
        return PlatformTime.today(BRUSSELS);
    }

    /** The day a change takes effect: today, or the one given, which must not lie ahead. */
    public static LocalDate notAfter(@Nullable LocalDate given, String pointer) {
        LocalDate today = day();
        if (given == null) {
            return today;
        }
        if (given.isAfter(today)) {
            throw ProblemException.invalid(
                    pointer, "in-the-future", "A change is recorded once it is true, not ahead of it");
        }
        return given;
    }
}

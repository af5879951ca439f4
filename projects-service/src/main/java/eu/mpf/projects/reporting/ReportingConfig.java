package eu.mpf.projects.reporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The facility's usual reporting rule, and its reminders. A project may have a rule of its own. */
@ConfigMapping(prefix = "mpf.projects.reporting")
public interface ReportingConfig {

    /** Months that an interim report covers. Default 12; 0 for no interim reports. */
    @WithDefault("12")
    int interimEveryMonths();

    /** Days after the end of its period on which an interim report is due. Default 60. */
    @WithDefault("60")
    int interimDueDays();

    /** Days after the end of the action on which the final report is due. Default 90. */
    @WithDefault("90")
    int finalDueDays();

    /**
     * Days from the day a report is due to its reminders, in rising order; negative ones come before it. Default
     * {@code -30,-7,1,14}.
     */
    @WithDefault("-30,-7,1,14")
    List<Integer> reminderDays();

    /** Days for which the last reminder is made up for, if the service was away. Default 14. */
    @WithDefault("14")
    int lastReminderWithinDays();

    /** Address of the facility that is told of late reports, and of all reminders of projects without a contact. None by default. */
    Optional<String> mailbox();

    /** How often it is looked for reminders that have come due. Default {@code 1h}; {@code off} for never. */
    String remindEvery();
}

package eu.mpf.events.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What personal data of registrants are kept for; each purpose ends at a date of its own. */
@Schema(name = "DataPurpose")
public enum DataPurpose {
    /** To let people into the building: birth date and document. */
    BUILDING_ACCESS(1),
    /** To run the event: answers to its form, invitations. */
    ORGANISATION(90),
    /** To prove attendance, and to answer questions about it. */
    ATTENDANCE(365),
    /** To invite those who agreed to follow-up sessions. */
    FOLLOW_UPS(730);

    private final int defaultDays;

    DataPurpose(int defaultDays) {
        this.defaultDays = defaultDays;
    }

    /** Days after the end of the event, where its organisers say nothing else. */
    public int defaultDays() {
        return defaultDays;
    }
}

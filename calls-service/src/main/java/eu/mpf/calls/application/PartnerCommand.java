package eu.mpf.calls.application;

/** What may be done to a partner of a consortium, apart from naming it and taking it out. */
public enum PartnerCommand {
    /** By the lead: from then on the partner sees the application. */
    INVITE,
    /** By the partner, with its own token. */
    CONFIRM,
    /** By the partner, with its own token, also after it confirmed. */
    DECLINE
}

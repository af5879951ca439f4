package eu.mpf.events.session;

/** What somebody does in a session. */
public enum ContributionRole {
    OPENING,
    MODERATOR,
    SPEAKER,
    PANELLIST,
    RAPPORTEUR,
    CLOSING
}

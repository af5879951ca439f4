package eu.mpf.events.event;

/** In which capacity somebody attends; limits may be set for each. */
public enum AudienceCategory {
    GRANTEE_CURRENT,
    GRANTEE_PAST,
    MEMBER_STATE,
    EU_SERVICE,
    EXPERT,
    ICMPD
}

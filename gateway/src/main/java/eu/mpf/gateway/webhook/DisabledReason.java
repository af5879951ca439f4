package eu.mpf.gateway.webhook;

/** Why a webhook is off. */
public enum DisabledReason {
    /** Its owner has switched it off. */
    OWNER,
    /** The endpoint answered 410. */
    GONE,
    /** One event could not be delivered in a whole day of attempts. */
    FAILING,
    /** An administrator has switched it off, and only one switches it on again. */
    ADMINISTRATOR,
    /** It was on, but held up for so long that the change feed has let go of changes it has not seen. */
    GAP
}

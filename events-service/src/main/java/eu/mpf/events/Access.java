package eu.mpf.events;

import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;

/** Who sees what is not public. */
public final class Access {
    private Access() {}

    /** Whether drafts, minutes and unmoderated questions are open to this caller. */
    public static boolean isStaff(Caller caller) {
        return caller.hasRole(Roles.EVENT_MANAGER)
                || caller.hasRole(Roles.RAPPORTEUR)
                || caller.hasRole(Roles.PROGRAMME_OFFICER)
                || caller.hasRole(Roles.AUDITOR)
                || caller.hasRole(Roles.ADMINISTRATOR);
    }
}

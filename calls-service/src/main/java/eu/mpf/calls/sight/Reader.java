package eu.mpf.calls.sight;

import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;

/**
 * For whom a connection works.
 *
 * @param organisation whose applications alone are shown; empty for jobs, listeners, the public (to whom no operation shows
 *     applications) and those whose sight the queries narrow by what was put before them
 * @param person the account of somebody whose declared conflicts count; empty for everybody else
 */
record Reader(String organisation, String person) {

    static final Reader ANYBODY = new Reader("", "");

    /** For a token that names neither an organisation nor a role of the facility: no organisation has this code. */
    private static final String NOBODY = "-";

    static Reader of(Caller caller) {
        return new Reader(
                isNarrowedByQueries(caller) ? "" : caller.organisation().orElse(NOBODY),
                caller.hasAnyRole(Roles.EVALUATOR, Roles.COMMITTEE_MEMBER) ? caller.subject() : "");
    }

    private static boolean isNarrowedByQueries(Caller caller) {
        return caller.isAnonymous()
                || caller.subject().equals("system")
                || caller.hasAnyRole(
                        Roles.PROGRAMME_OFFICER,
                        Roles.FINANCE_OFFICER,
                        Roles.AUDITOR,
                        Roles.ADMINISTRATOR,
                        Roles.DATA_PROTECTION_OFFICER,
                        Roles.EVALUATOR,
                        Roles.CONSULTEE,
                        Roles.COMMITTEE_MEMBER);
    }
}

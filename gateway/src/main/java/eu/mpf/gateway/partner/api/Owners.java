package eu.mpf.gateway.partner.api;

import eu.mpf.gateway.partner.Owner;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import java.util.List;

/** The caller of a request as the owner of what partners set up. */
public final class Owners {

    private Owners() {}

    public static Owner of(Caller caller) {
        return new Owner(
                caller.subject(),
                caller.organisation(),
                List.copyOf(caller.roles()),
                caller.hasRole(Roles.ADMINISTRATOR));
    }
}

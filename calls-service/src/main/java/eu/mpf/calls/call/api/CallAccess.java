package eu.mpf.calls.call.api;

import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.Calls;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who sees which call: drafts are for staff alone. */
@ApplicationScoped
public class CallAccess {

    private final Calls calls;
    private final Caller caller;

    CallAccess(Calls calls, Caller caller) {
        this.calls = calls;
        this.caller = caller;
    }

    /** @throws ProblemException 404 for a draft, unless the caller is staff */
    public Call visible(UUID id) {
        Call call = calls.get(id);
        if (!call.isPublic() && !isStaff()) {
            throw ProblemException.notFound("call", id);
        }
        return call;
    }

    public boolean isStaff() {
        return caller.hasRole(Roles.PROGRAMME_OFFICER)
                || caller.hasRole(Roles.FINANCE_OFFICER)
                || caller.hasRole(Roles.AUDITOR)
                || caller.hasRole(Roles.ADMINISTRATOR);
    }
}

package eu.mpf.events.registration.api;

import eu.mpf.events.registration.ManageToken;
import eu.mpf.events.registration.Registration;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides whose registration it is: the organisers', the signed-in registrant's, or of whoever holds its token. */
@ApplicationScoped
public class Registrant {
    private final Caller caller;
    private final ManageToken tokens;

    public Registrant(Caller caller, ManageToken tokens) {
        this.caller = caller;
        this.tokens = tokens;
    }

    boolean mayTouch(Registration registration, @Nullable String token) {
        return mayTouch(registration.id(), registration.subject(), token);
    }

    boolean mayTouch(UUID id, @Nullable String subject, @Nullable String token) {
        return caller.hasRole(Roles.EVENT_MANAGER)
                || (subject != null && !caller.isAnonymous() && subject.equals(caller.subject()))
                || tokens.opens(id, token);
    }

    @Nullable
    String organisation() {
        return caller.organisation().orElse(null);
    }

    @Nullable
    String subject() {
        return caller.isAnonymous() ? null : caller.subject();
    }
}

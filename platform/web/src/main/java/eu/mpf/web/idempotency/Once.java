package eu.mpf.web.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * The one transaction of an {@link Idempotent} method that looks first. What it saw before is judged in here: a repeated
 * request is given the answer kept for it, whatever the world looks like by then.
 */
@ApplicationScoped
public class Once {

    @Idempotent
    public Response run(Supplier<Response> work) {
        return work.get();
    }
}

package eu.mpf.web.notes;

import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Verbs on the collection: each is a path of its own, since JAX-RS joins a class's and a method's path by a slash. */
class NoteVerbs {

    public record Values(
            @Nullable Instant at,
            @Nullable Money price,
            @Nullable LocalizedText text) {}

    @Path("/v1/notes:echo")
    public static class Echo {
        @POST
        @PermitAll
        public Values echo(Values values) {
            return values;
        }
    }

    @Path("/v1/notes:fail")
    public static class Fail {
        @GET
        @PermitAll
        public String fail() {
            throw new IllegalStateException("SELECT secret FROM internals");
        }
    }

    @Path("/v1/notes:undeclared")
    public static class Undeclared {
        @GET
        public String undeclared() {
            return "never";
        }
    }
}

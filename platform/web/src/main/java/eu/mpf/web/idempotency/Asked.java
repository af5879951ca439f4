package eu.mpf.web.idempotency;

import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * One request of a group, with its answer once there is one. The thread of the request waits for that, while another may
 * work in the request's place: caller, request id and trace are then those of this request.
 */
public final class Asked<A> {
    private final A request;
    private final byte @Nullable [] scope;
    private final byte @Nullable [] hash;
    private final @Nullable ContextInternal context = (ContextInternal) Vertx.currentContext();
    private final @Nullable ResteasyReactiveRequestContext http = CurrentRequestManager.get();
    private final CompletableFuture<Void> turn = new CompletableFuture<>();
    private @Nullable Response answer;
    private @Nullable RuntimeException refusal;

    /**
     * @param scope of its key; null for a request without one
     * @param hash of what it asks, where it has a key
     */
    Asked(A request, byte @Nullable [] scope, byte @Nullable [] hash) {
        this.request = request;
        this.scope = scope;
        this.hash = hash;
    }

    public A request() {
        return request;
    }

    /**
     * Answers it with what the work makes of it, in its own place. What the work throws undoes the whole group: whoever is to be
     * refused is refused before anything is done for it.
     */
    public void answer(Supplier<Response> work) {
        answer = inItsPlace(work);
    }

    public void refuse(RuntimeException problem) {
        refusal = problem;
        answer = null;
    }

    /** Whether an answer or a refusal is there. */
    public boolean isDecided() {
        return answer != null || refusal != null;
    }

    private <T> T inItsPlace(Supplier<T> work) {
        if (context == null || context == Vertx.currentContext()) {
            return work.get();
        }
        ResteasyReactiveRequestContext mine = CurrentRequestManager.get();
        ContextInternal before = context.beginDispatch();
        CurrentRequestManager.set(http);
        try {
            return work.get();
        } finally {
            CurrentRequestManager.set(mine);
            context.endDispatch(before);
        }
    }

    /** What was done for it did not stay. */
    void forget() {
        answer = null;
        refusal = null;
    }

    byte @Nullable [] scope() {
        return scope;
    }

    byte[] hash() {
        return Objects.requireNonNull(hash, "a request without a key");
    }

    @Nullable
    Response answer() {
        return answer;
    }

    void answer(Response ready) {
        answer = ready;
    }

    boolean hasKeyOf(Asked<A> other) {
        return scope != null && Arrays.equals(scope, other.scope);
    }

    /** Its thread goes on: to lead a group, or with its answer. */
    void wake() {
        turn.complete(null);
    }

    void await() {
        turn.join();
    }

    Response result() {
        if (refusal != null) {
            throw refusal;
        }
        return Objects.requireNonNull(answer, "decided");
    }
}

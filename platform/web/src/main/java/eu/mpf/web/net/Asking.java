package eu.mpf.web.net;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Vert.x's clients, asked from a thread that waits. */
public final class Asking {

    private Asking() {}

    /**
     * Asks on an event loop, so that each step is there before what it waits for: asked from the thread that waits, an
     * answer may have come and ended before anybody looks at it, and is then an error.
     *
     * @throws TimeoutException if there is no answer in that time
     * @throws ExecutionException with what went wrong
     */
    public static <T> T await(Vertx vertx, Supplier<Future<T>> question, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        Promise<T> answer = Promise.promise();
        vertx.runOnContext(now -> question.get().onComplete(answer));
        return answer.future().toCompletionStage().toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}

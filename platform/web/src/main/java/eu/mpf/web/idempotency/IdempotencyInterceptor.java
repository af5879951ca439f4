package eu.mpf.web.idempotency;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs an {@link Idempotent} method in one transaction with the storing of its answer. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class IdempotencyInterceptor {
    private final TransactionManager transactions;
    private final CurrentRequest request;
    private final Answers answers;

    IdempotencyInterceptor(TransactionManager transactions, CurrentRequest request, Answers answers) {
        this.transactions = transactions;
        this.request = request;
        this.answers = answers;
    }

    @AroundInvoke
    @Nullable
    Object run(InvocationContext call) throws Exception {
        var asked = call.getMethod().getAnnotation(Idempotent.class);
        if (asked != null && asked.looksFirst()) {
            return call.proceed(); // it comes here again by Once, or is decided in a group
        }
        var key = request.idempotencyKey();
        transactions.begin();
        var done = false;
        try {
            var result = key == null ? call.proceed() : once(call, key);
            if (result instanceof Response response && response.getStatus() >= 400) {
                return result; // nothing of a refused request stays
            }
            answers.surfaceDeferredFailures();
            transactions.commit();
            done = true;
            return result;
        } finally {
            // A failed commit has ended the transaction already.
            if (!done && transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transactions.rollback();
            }
        }
    }

    private Response once(InvocationContext call, String key) throws Exception {
        var scope = request.scope(key);
        var hash = request.hash();
        var asked = new Asked<>(call, scope, hash);
        answers.find(List.of(asked));
        if (asked.isDecided()) {
            return asked.result();
        }
        if (!(call.proceed() instanceof Response response)) {
            throw new IllegalStateException(call.getMethod() + " is @Idempotent and must return a Response");
        }
        return response.getStatus() >= 400 ? response : answers.keep(scope, hash, response);
    }
}

package eu.mpf.messaging;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transaction as those see it who take part in it; the test says how it ends. */
public final class OpenTransaction implements TransactionSynchronizationRegistry {
    public int status = Status.STATUS_ACTIVE;
    public final List<Synchronization> parts = new ArrayList<>();
    private final Map<Object, Object> resources = new HashMap<>();

    /** Something that must not be called. */
    public static <T> T unreachable(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    throw new AssertionError(method + " is called");
                }));
    }

    /** Tells the parts of the end, without what they do before it. */
    public void ended(int how) {
        status = how;
        parts.forEach(part -> part.afterCompletion(how));
    }

    @Override
    public @Nullable Object getTransactionKey() {
        return status == Status.STATUS_NO_TRANSACTION ? null : this;
    }

    @Override
    public void putResource(Object key, Object value) {
        resources.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization part) {
        parts.add(part);
    }

    @Override
    public int getTransactionStatus() {
        return status;
    }

    @Override
    public void setRollbackOnly() {
        status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean getRollbackOnly() {
        return status == Status.STATUS_MARKED_ROLLBACK;
    }
}

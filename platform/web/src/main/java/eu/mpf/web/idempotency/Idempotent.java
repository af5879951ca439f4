package eu.mpf.web.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST method that creates or triggers. It runs in one transaction; with an {@code Idempotency-Key} header its
 * answer is kept in that transaction for 24 hours and given again to the same request of the same caller.
 * The method returns {@link jakarta.ws.rs.core.Response}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /**
     * Whether the method looks at the outside world before it changes anything, as at the links of what it publishes. It
     * begins without a transaction then, and does what it does in one by {@link Once}, or together with others by
     * {@link GroupCommit}.
     */
    @Nonbinding
    boolean looksFirst() default false;
}

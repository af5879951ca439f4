package eu.mpf.web.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST method that takes no {@code Idempotency-Key}, and says why it can do without: every other one is
 * {@link Idempotent}. Its contract does not name the key, so the gateway does not repeat it either.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WithoutKey {

    /** What makes a repetition harmless, or why the answer cannot be kept. */
    String value();
}

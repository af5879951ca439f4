package eu.mpf.gateway.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver.
 *
 * @param status of the answer, if there was one
 * @param failure why it does not count as delivered; says nothing of what the endpoint wrote
 */
public record Attempt(
        int number,
        Instant attemptedAt,
        @Nullable Integer status,
        int millis,
        @Nullable String failure) {}

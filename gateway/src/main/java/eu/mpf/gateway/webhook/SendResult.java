package eu.mpf.gateway.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param status of the answer, if there was one
 * @param millis how long it took
 * @param failure null if it was delivered
 */
public record SendResult(
        @Nullable Integer status, int millis, @Nullable String failure) {
    public boolean delivered() {
        return failure == null;
    }
}

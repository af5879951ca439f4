package eu.mpf.system.bench;

import org.jspecify.annotations.Nullable;

/**
 * What a request came to.
 *
 * @param person number in the crowd
 * @param what register, again (the same click twice), other-tab (the same address, another key), withdraw
 * @param key of idempotency
 * @param status of HTTP; 0: no answer at all
 * @param millis until the answer, repetitions after a 503 not counted
 */
record Reply(
        int person,
        String what,
        String key,
        int status,
        double millis,
        @Nullable String body) {}

package eu.mpf.gateway.policy;

import eu.mpf.gateway.policy.auth.ApiKeyChecks;
import eu.mpf.gateway.policy.auth.TokenChecks;
import eu.mpf.gateway.policy.ratelimit.RateLimiter;

/** What all event loops ask about a caller: one of each for the whole process. */
public record Checks(TokenChecks tokens, ApiKeyChecks keys, RateLimiter limiter) {}

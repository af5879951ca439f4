package eu.mpf.calls.application;

import org.jspecify.annotations.Nullable;

/** What the lead says of itself; where projects-service knows the organisation, that counts instead. */
public record LeadApplicant(
        @Nullable String name,
        @Nullable String country,
        @Nullable String kind,
        boolean centralGovernment) {}

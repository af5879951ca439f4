package eu.mpf.events.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many further sessions were agreed: "one or two" is 1 to 2. */
public record FollowUpsPlanned(
        @Min(0) int atLeast, @Min(0) @Max(20) int atMost) {}

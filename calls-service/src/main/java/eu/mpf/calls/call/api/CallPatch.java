package eu.mpf.calls.call.api;

import eu.mpf.calls.call.CallTerms;
import jakarta.validation.constraints.NotNull;

/** How a merge patch looks: any part of this, null to take a value away. */
record CallPatch(@NotNull CallTerms terms) {}

package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Content;
import jakarta.validation.constraints.NotNull;

/** How a merge patch looks: any part of this, null to take a value away. */
record ApplicationPatch(@NotNull Content content) {}

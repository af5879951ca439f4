package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Content;

/** How a merge patch looks: any part of this, null to take a value away. */
record ApplicationPatch(Content content) {}

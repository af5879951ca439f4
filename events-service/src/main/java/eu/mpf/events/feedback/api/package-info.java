/** Feedback over HTTP. */
@NullMarked
package eu.mpf.events.feedback.api;

import org.jspecify.annotations.NullMarked;

/** Retention over HTTP. */
@NullMarked
package eu.mpf.events.retention.api;

import org.jspecify.annotations.NullMarked;

/** Positioning exercises over HTTP. */
@NullMarked
package eu.mpf.events.positioning.api;

import org.jspecify.annotations.NullMarked;

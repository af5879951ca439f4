/** Synopses over HTTP. */
@NullMarked
package eu.mpf.events.synopsis.api;

import org.jspecify.annotations.NullMarked;

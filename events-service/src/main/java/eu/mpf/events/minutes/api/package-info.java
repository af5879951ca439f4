/** Minutes over HTTP. */
@NullMarked
package eu.mpf.events.minutes.api;

import org.jspecify.annotations.NullMarked;

/** Events over HTTP. */
@NullMarked
package eu.mpf.events.event.api;

import org.jspecify.annotations.NullMarked;

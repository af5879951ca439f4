/** A rehearsal as a whole: its time is moved at all services together. */
@NullMarked
package eu.mpf.gateway.rehearsal;

import org.jspecify.annotations.NullMarked;

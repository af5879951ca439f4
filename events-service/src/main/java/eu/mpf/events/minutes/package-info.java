/** Minutes of a session. */
@NullMarked
package eu.mpf.events.minutes;

import org.jspecify.annotations.NullMarked;

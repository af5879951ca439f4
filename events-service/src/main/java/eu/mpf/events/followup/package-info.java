/** Sessions born from a session that ran out of time. */
@NullMarked
package eu.mpf.events.followup;

import org.jspecify.annotations.NullMarked;

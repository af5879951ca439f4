/** Who may register for an event that is not open to everybody. */
@NullMarked
package eu.mpf.events.invitation;

import org.jspecify.annotations.NullMarked;

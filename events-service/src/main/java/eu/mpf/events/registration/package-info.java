/** Registrations, seats and waiting lists. */
@NullMarked
package eu.mpf.events.registration;

import org.jspecify.annotations.NullMarked;

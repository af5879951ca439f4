/** Registrations over HTTP. */
@NullMarked
package eu.mpf.events.registration.api;

import org.jspecify.annotations.NullMarked;

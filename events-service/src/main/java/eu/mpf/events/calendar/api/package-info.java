/** Calendar files over HTTP. */
@NullMarked
package eu.mpf.events.calendar.api;

import org.jspecify.annotations.NullMarked;

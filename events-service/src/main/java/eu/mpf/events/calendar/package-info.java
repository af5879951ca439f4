/** Events and sessions as calendar files (RFC 5545). */
@NullMarked
package eu.mpf.events.calendar;

import org.jspecify.annotations.NullMarked;

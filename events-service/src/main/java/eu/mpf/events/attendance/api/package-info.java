/** Attendance over HTTP. */
@NullMarked
package eu.mpf.events.attendance.api;

import org.jspecify.annotations.NullMarked;

/** Personal data go when their purpose is over; figures stay. */
@NullMarked
package eu.mpf.events.retention;

import org.jspecify.annotations.NullMarked;

/**
 * Personal data go when their purpose is over; figures stay.
 *
 * <p>This is apart from the platform's {@code RetentionRule}s, which let go of a purpose's records at one age for the whole
 * service: here each event has terms of its own ({@code DataProtection}), one purpose ends before another of the same
 * row, and what was done is recorded with the event.
 */
@NullMarked
package eu.mpf.events.retention;

import org.jspecify.annotations.NullMarked;

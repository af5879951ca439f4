/** Every programme of an event that was ever public, and what changed from one to the next. */
@NullMarked
package eu.mpf.events.programme;

import org.jspecify.annotations.NullMarked;

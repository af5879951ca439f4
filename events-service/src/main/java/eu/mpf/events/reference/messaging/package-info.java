/** Keeps the copies of other services' facts fresh. */
@NullMarked
package eu.mpf.events.reference.messaging;

import org.jspecify.annotations.NullMarked;

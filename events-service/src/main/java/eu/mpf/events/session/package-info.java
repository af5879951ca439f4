/** Sessions of an event and who contributed what to them. */
@NullMarked
package eu.mpf.events.session;

import org.jspecify.annotations.NullMarked;

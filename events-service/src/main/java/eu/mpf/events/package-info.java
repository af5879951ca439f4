/** Events of the facility: programme, registrations, questions, minutes, positioning, synopses. */
@NullMarked
package eu.mpf.events;

import org.jspecify.annotations.NullMarked;

/** What the audience made of a session, without a trace of who said what. */
@NullMarked
package eu.mpf.events.feedback;

import org.jspecify.annotations.NullMarked;

/** An event: its time and place, blocks, audience and life. */
@NullMarked
package eu.mpf.events.event;

import org.jspecify.annotations.NullMarked;

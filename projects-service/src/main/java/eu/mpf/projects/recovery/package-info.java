/** Recovery orders: money that was paid and is asked back, and whether it came back. */
@NullMarked
package eu.mpf.projects.recovery;

import org.jspecify.annotations.NullMarked;

/** The synopsis report of an event: generated, reviewed, published, in four formats. */
@NullMarked
package eu.mpf.events.synopsis;

import org.jspecify.annotations.NullMarked;

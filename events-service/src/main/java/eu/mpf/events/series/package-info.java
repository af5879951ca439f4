/** Series that events belong to. */
@NullMarked
package eu.mpf.events.series;

import org.jspecify.annotations.NullMarked;

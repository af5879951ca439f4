/** Event series over HTTP. */
@NullMarked
package eu.mpf.events.series.api;

import org.jspecify.annotations.NullMarked;

/** What several aggregates of this service need and none of them owns. */
@NullMarked
package eu.mpf.events.shared;

import org.jspecify.annotations.NullMarked;

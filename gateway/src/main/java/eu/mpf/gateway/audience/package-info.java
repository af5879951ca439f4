/** Who may be told of which type of event: by the change feed, by its live stream, and by webhooks. */
@NullMarked
package eu.mpf.gateway.audience;

import org.jspecify.annotations.NullMarked;

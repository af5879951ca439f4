/** The gateway's part in traces: a span for each exchange, sent to a collector. */
@NullMarked
package eu.mpf.gateway.trace;

import org.jspecify.annotations.NullMarked;

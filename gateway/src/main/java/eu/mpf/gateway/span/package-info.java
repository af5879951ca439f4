/** The gateway's spans, one for each exchange, on their way to a collector. */
@NullMarked
package eu.mpf.gateway.span;

import org.jspecify.annotations.NullMarked;

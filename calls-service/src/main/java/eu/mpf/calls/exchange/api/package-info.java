/** Exports and imports of calls over HTTP. */
@NullMarked
package eu.mpf.calls.exchange.api;

import org.jspecify.annotations.NullMarked;

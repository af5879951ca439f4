/** Calls over HTTP. */
@NullMarked
package eu.mpf.calls.call.api;

import org.jspecify.annotations.NullMarked;

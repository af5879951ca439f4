/** Saved searches over HTTP. */
@NullMarked
package eu.mpf.calls.search.api;

import org.jspecify.annotations.NullMarked;

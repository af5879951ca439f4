/** The ranking over HTTP. */
@NullMarked
package eu.mpf.calls.ranking.api;

import org.jspecify.annotations.NullMarked;

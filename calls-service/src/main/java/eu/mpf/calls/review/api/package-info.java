/** Requests for review over HTTP. */
@NullMarked
package eu.mpf.calls.review.api;

import org.jspecify.annotations.NullMarked;

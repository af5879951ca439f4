/** Meetings and decisions over HTTP. */
@NullMarked
package eu.mpf.calls.committee.api;

import org.jspecify.annotations.NullMarked;

/** Versions of a programme over HTTP. */
@NullMarked
package eu.mpf.events.programme.api;

import org.jspecify.annotations.NullMarked;

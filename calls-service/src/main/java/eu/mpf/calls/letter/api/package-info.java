/** Letters over HTTP. */
@NullMarked
package eu.mpf.calls.letter.api;

import org.jspecify.annotations.NullMarked;

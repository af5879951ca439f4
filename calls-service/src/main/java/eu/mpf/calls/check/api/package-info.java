/** The check over HTTP. */
@NullMarked
package eu.mpf.calls.check.api;

import org.jspecify.annotations.NullMarked;

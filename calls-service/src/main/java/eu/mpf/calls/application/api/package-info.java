/** Applications over HTTP. */
@NullMarked
package eu.mpf.calls.application.api;

import org.jspecify.annotations.NullMarked;

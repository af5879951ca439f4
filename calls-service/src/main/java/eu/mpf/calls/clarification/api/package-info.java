/** Questions and answers over HTTP. */
@NullMarked
package eu.mpf.calls.clarification.api;

import org.jspecify.annotations.NullMarked;

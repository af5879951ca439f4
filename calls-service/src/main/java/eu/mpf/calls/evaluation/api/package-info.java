/** Reviews over HTTP. */
@NullMarked
package eu.mpf.calls.evaluation.api;

import org.jspecify.annotations.NullMarked;

/** Figures over HTTP. */
@NullMarked
package eu.mpf.calls.pipeline.api;

import org.jspecify.annotations.NullMarked;

/** Review of a refusal: asked for in time, decided, with its consequences. */
@NullMarked
package eu.mpf.calls.review;

import org.jspecify.annotations.NullMarked;

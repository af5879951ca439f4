/** Idempotency-Key: a repeated POST has one effect and one answer. */
@NullMarked
package eu.mpf.web.idempotency;

import org.jspecify.annotations.NullMarked;

/** The gateway's own refusals, as problem documents (RFC 9457). */
@NullMarked
package eu.mpf.gateway.problem;

import org.jspecify.annotations.NullMarked;

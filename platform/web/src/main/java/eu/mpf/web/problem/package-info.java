/** Problem details (RFC 9457): one shape for every 4xx and 5xx, and the catalogue behind their types. */
@NullMarked
package eu.mpf.web.problem;

import org.jspecify.annotations.NullMarked;

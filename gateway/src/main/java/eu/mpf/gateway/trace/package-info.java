/** Which trace an exchange belongs to, and whether it is sampled. */
@NullMarked
package eu.mpf.gateway.trace;

import org.jspecify.annotations.NullMarked;

/** Carries one request to its upstream and the answer back. */
@NullMarked
package eu.mpf.gateway.forward;

import org.jspecify.annotations.NullMarked;

/** How much one client may ask, over all instances of the gateway. */
@NullMarked
package eu.mpf.gateway.policy.ratelimit;

import org.jspecify.annotations.NullMarked;

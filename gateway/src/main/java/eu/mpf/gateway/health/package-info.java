/** How the gateway and the parts behind it are. */
@NullMarked
package eu.mpf.gateway.health;

import org.jspecify.annotations.NullMarked;

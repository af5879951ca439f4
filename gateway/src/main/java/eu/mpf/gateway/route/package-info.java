/** Which path belongs to which service. */
@NullMarked
package eu.mpf.gateway.route;

import org.jspecify.annotations.NullMarked;

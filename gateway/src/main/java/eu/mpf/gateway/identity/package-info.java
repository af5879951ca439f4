/** The caller as the gateway's own resources see it. */
@NullMarked
package eu.mpf.gateway.identity;

import org.jspecify.annotations.NullMarked;

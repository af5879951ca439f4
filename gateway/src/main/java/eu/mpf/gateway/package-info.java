/** The one front door: a public port whose requests pass a chain of policies and are then forwarded to a service. */
@NullMarked
package eu.mpf.gateway;

import org.jspecify.annotations.NullMarked;

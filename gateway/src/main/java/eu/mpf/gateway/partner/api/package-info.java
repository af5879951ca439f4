/** API clients and their keys over HTTP. */
@NullMarked
package eu.mpf.gateway.partner.api;

import org.jspecify.annotations.NullMarked;

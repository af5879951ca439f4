/** One API document out of those of all services, and the catalogue that leads to it (RFC 9727). */
@NullMarked
package eu.mpf.gateway.openapi;

import org.jspecify.annotations.NullMarked;

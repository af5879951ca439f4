/** The pages at the front door: what is here, and the API in a browser. */
@NullMarked
package eu.mpf.gateway.portal;

import org.jspecify.annotations.NullMarked;

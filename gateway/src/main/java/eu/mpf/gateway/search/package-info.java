/** One search over all services. */
@NullMarked
package eu.mpf.gateway.search;

import org.jspecify.annotations.NullMarked;

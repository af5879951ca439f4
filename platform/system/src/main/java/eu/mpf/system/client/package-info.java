/** A plain HTTP client of the platform's public API, as a partner would write one. */
@NullMarked
package eu.mpf.system.client;

import org.jspecify.annotations.NullMarked;

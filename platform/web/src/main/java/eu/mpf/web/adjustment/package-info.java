/** What administrators change by the API while the platform runs: kept once, audited, and known to every instance. */
@NullMarked
package eu.mpf.web.adjustment;

import org.jspecify.annotations.NullMarked;

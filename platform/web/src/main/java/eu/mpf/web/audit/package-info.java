/** The audit trail: append-only entries, sealed in order into a hash chain. */
@NullMarked
package eu.mpf.web.audit;

import org.jspecify.annotations.NullMarked;

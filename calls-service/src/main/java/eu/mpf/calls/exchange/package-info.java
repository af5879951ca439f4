/** Calls in the formats of others: CSV, Atom (RFC 4287), CommonGrants 0.4, and what the portal of the Union publishes. */
@NullMarked
package eu.mpf.calls.exchange;

import org.jspecify.annotations.NullMarked;

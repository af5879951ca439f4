/** Grants: what an award becomes, with its money. */
@NullMarked
package eu.mpf.calls.grant;

import org.jspecify.annotations.NullMarked;

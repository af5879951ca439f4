/** Grants over HTTP. */
@NullMarked
package eu.mpf.calls.grant.api;

import org.jspecify.annotations.NullMarked;

/** Who is calling: bearer tokens checked before anything is forwarded. */
@NullMarked
package eu.mpf.gateway.policy.auth;

import org.jspecify.annotations.NullMarked;

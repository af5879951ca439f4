/** What every request must pass before a byte of it is forwarded. */
@NullMarked
package eu.mpf.gateway.policy;

import org.jspecify.annotations.NullMarked;

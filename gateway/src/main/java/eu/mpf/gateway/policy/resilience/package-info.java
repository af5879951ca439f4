/** What keeps one failing service from taking the others' share. */
@NullMarked
package eu.mpf.gateway.policy.resilience;

import org.jspecify.annotations.NullMarked;

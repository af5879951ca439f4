/** Consultation of services, delegations and Member States: advice that is recorded and binds nobody. */
@NullMarked
package eu.mpf.calls.consultation;

import org.jspecify.annotations.NullMarked;

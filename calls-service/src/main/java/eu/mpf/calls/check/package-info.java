/** The administrative and eligibility check: check-list, questions to the applicant, and the clock they stop. */
@NullMarked
package eu.mpf.calls.check;

import org.jspecify.annotations.NullMarked;

/** Checks over HTTP that every deed, and every read of personal data, stands in the audit trail. */
@NullMarked
package eu.mpf.testkit.audit;

import org.jspecify.annotations.NullMarked;

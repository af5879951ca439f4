/** Payments against what a contract commits: pre-financing, interim, balance. */
@NullMarked
package eu.mpf.projects.payment;

import org.jspecify.annotations.NullMarked;

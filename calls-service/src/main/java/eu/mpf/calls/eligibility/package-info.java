/** Eligibility as data: a call's rules in CEL over typed facts of an application. */
@NullMarked
package eu.mpf.calls.eligibility;

import org.jspecify.annotations.NullMarked;

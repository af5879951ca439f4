@NullMarked
package eu.mpf.calls.eligibility;

import org.jspecify.annotations.NullMarked;

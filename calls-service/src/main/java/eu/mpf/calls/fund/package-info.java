/** The money of a call, per fund and lot: envelope, reserved, committed. Never negative, whatever runs at once. */
@NullMarked
package eu.mpf.calls.fund;

import org.jspecify.annotations.NullMarked;

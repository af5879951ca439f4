/** Signed receipts: what was handed in, and when, checkable by anyone without this service. */
@NullMarked
package eu.mpf.calls.receipt;

import org.jspecify.annotations.NullMarked;

/** Receipts over HTTP. */
@NullMarked
package eu.mpf.calls.receipt.api;

import org.jspecify.annotations.NullMarked;

package eu.mpf.calls.receipt.api;

import eu.mpf.calls.receipt.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Whether a receipt is ours.
 *
 * @param contentMatches whether the content given with it is what was handed in; absent when none was given
 */
public record Verification(
        boolean valid,
        @Nullable Boolean contentMatches,
        @Nullable Receipt receipt) {}

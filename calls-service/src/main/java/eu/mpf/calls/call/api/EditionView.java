package eu.mpf.calls.call.api;

import eu.mpf.calls.call.CallEdition;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.Correction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call as it stood from a moment on. */
public record EditionView(
        int edition, Instant inForceFrom, @Nullable String reason, List<Correction> corrections, CallTerms terms) {

    static EditionView of(CallEdition edition) {
        return new EditionView(
                edition.edition(), edition.inForceFrom(), edition.reason(), edition.corrections(), edition.terms());
    }
}

package eu.mpf.calls.call.api;

import eu.mpf.calls.call.CallEdition;
import eu.mpf.calls.call.Correction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A corrigendum as published: the edition it made, and line by line what was and what is. */
public record CorrigendumView(
        int edition, Instant publishedAt, @Nullable String reason, List<Correction> corrections) {

    static CorrigendumView of(CallEdition edition) {
        return new CorrigendumView(edition.edition(), edition.inForceFrom(), edition.reason(), edition.corrections());
    }
}

package eu.mpf.calls.committee.api;

import eu.mpf.calls.committee.Vote;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The caller's vote on an item of the agenda. */
public record VoteRequest(
        @NotNull UUID applicationId, @NotNull Vote vote) {}

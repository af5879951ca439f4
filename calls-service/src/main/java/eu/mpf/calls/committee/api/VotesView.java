package eu.mpf.calls.committee.api;

import eu.mpf.calls.committee.Vote;
import java.util.Map;
import java.util.UUID;

/** The votes on one application, by member. */
public record VotesView(UUID applicationId, Map<String, Vote> votes) {}

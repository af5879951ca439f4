package eu.mpf.calls.application;

import eu.mpf.calls.eligibility.Stage;
import java.time.Instant;
import java.util.UUID;

/** Told within the transaction that hands in again: what was said about the former content holds no longer. */
public record ContentReplaced(UUID applicationId, Stage stage, Instant at) {}

package eu.mpf.calls.committee.api;

import eu.mpf.calls.application.Decision;
import eu.mpf.calls.committee.Recommendation;
import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is put to the vote. */
public record AgendaRequest(
        @NotNull UUID applicationId,
        @NotNull Decision.Outcome proposal,
        @Nullable @Valid Money amount,
        @Nullable @Valid Recommendation recommendation) {}

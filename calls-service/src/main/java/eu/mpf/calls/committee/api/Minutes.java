package eu.mpf.calls.committee.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The minutes of a meeting, as Markdown. */
public record Minutes(@NotBlank @Size(max = 200_000) String text) {}

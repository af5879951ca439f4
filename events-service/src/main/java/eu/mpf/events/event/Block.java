package eu.mpf.events.event;

import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.MaxLength;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A part of the day under one heading.
 *
 * @param key unique in the event; sessions refer to it
 */
public record Block(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{0,39}")
        String key,

        @NotNull @MaxLength(300) LocalizedText title) {}

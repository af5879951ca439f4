package eu.mpf.projects.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An organisation's identifier in a register of others.
 *
 * @param scheme for example {@code EU-PIC}, {@code ROR}, {@code IATI}
 */
public record Identifier(
        @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9-]{1,29}") String scheme,
        @NotBlank @Size(max = 200) String value) {}

package eu.mpf.calls.call;

import eu.mpf.web.value.LocalizedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A point of the check-list.
 *
 * @param words as the guidelines put it
 * @param optional whether an application may be eligible without it
 */
public record ChecklistItem(
        @Schema(examples = "signed-declaration") @NotBlank @Pattern(regexp = "[a-z0-9-]+") @Size(max = 80)
        String code,

        @NotNull LocalizedText words,
        boolean optional) {}

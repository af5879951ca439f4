package eu.mpf.calls.call;

import eu.mpf.calls.eligibility.Stage;
import eu.mpf.web.file.FileRules;
import eu.mpf.web.value.LocalizedText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file that applications may or must have.
 *
 * @param code stable within the call; an upload names it
 * @param required whether nothing can be handed in without it
 * @param stages when it is required; absent or empty means always
 * @param section where the guidelines say so
 * @param mediaTypes allowed types, as the content shows them; absent or empty means any document or picture
 * @param maximumBytes of one file; 10 MiB when absent
 * @param maximumFiles of this kind; 1 when absent
 */
public record AttachmentRule(
        @Schema(examples = "DECLARATION") @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,39}")
        String code,

        @NotNull LocalizedText title,
        boolean required,
        @Nullable Set<Stage> stages,
        @Nullable String section,

        @Schema(examples = "[\"application/pdf\"]") @Nullable
        List<@NotNull String> mediaTypes,

        @Nullable @Positive @Max(LARGEST) Long maximumBytes,
        @Nullable @Positive @Max(20) Integer maximumFiles) {

    /** Of any file: 10 MiB. */
    public static final long LARGEST = 10L << 20;

    /** What may always be attached, if the call does not say otherwise. */
    public static final AttachmentRule OTHER =
            new AttachmentRule("OTHER", LocalizedText.of("en", "Other"), false, null, null, null, null, 20);

    public boolean requiredIn(Stage stage) {
        return required && (stages == null || stages.isEmpty() || stages.contains(stage));
    }

    public int most() {
        return maximumFiles == null ? 1 : maximumFiles;
    }

    /** The same for the store; how many there are is counted by whoever knows the kinds. */
    public FileRules toFileRules() {
        Set<String> types = mediaTypes == null || mediaTypes.isEmpty() ? FileRules.DOCUMENTS : Set.copyOf(mediaTypes);
        return new FileRules(maximumBytes == null ? LARGEST : maximumBytes, 1_000, types, true);
    }
}

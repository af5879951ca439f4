package eu.mpf.events.material.api;

import eu.mpf.events.material.MaterialDetails;
import eu.mpf.events.material.MaterialKind;
import eu.mpf.events.material.PublicationConsent;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The parts of the form that brings a material. */
@Schema(name = "NewMaterial")
public class MaterialForm {
    @RestForm("file")
    @Schema(description = "The file itself")
    public @Nullable FileUpload file;

    @RestForm("title")
    @NotBlank
    @Size(max = 300)
    @Schema(examples = "RAPAK: risk analysis in Pakistan")
    public @Nullable String title;

    @RestForm("language")
    @Schema(description = "Language of title and content (BCP 47); English if not given", examples = "en")
    public @Nullable String language;

    @RestForm("kind")
    @NotNull
    public @Nullable MaterialKind kind;

    @RestForm("contributionId")
    @Schema(description = "The contribution it belongs to; the session as a whole if not given")
    public @Nullable UUID contributionId;

    @RestForm("embargoUntil")
    @Schema(description = "RFC 3339; before it the public does not see it", examples = "2023-09-22T12:00:00Z")
    public @Nullable String embargoUntil;

    @RestForm("consent")
    @Schema(description = "Consent of whoever made it to publication; ASKED if not given")
    public @Nullable PublicationConsent consent;

    String languageOrEnglish() {
        return language == null || language.isBlank() ? "en" : language;
    }

    MaterialDetails details() {
        return new MaterialDetails(
                title(),
                Objects.requireNonNull(kind),
                contributionId,
                embargo(),
                consent == null ? PublicationConsent.ASKED : consent);
    }

    private LocalizedText title() {
        try {
            return LocalizedText.of(languageOrEnglish(), Objects.requireNonNull(title));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/language", "unknown-language", "is no language titles can be in");
        }
    }

    private @Nullable Instant embargo() {
        if (embargoUntil == null || embargoUntil.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(embargoUntil);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(
                    "/embargoUntil", "not-an-instant", "is no instant such as 2023-09-22T12:00:00Z");
        }
    }
}

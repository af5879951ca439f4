package eu.mpf.events.material;

import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.MaxLength;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The editable part of a material.
 *
 * @param contributionId the contribution it belongs to; {@code null}: the session as a whole
 * @param embargoUntil before it the public does not see it; {@code null}: no embargo
 * @param consent of whoever made it; the public sees it only while it is given
 */
@Schema(name = "MaterialDetails")
public record MaterialDetails(
        @NotNull @MaxLength(300) LocalizedText title,
        @NotNull MaterialKind kind,
        @Nullable UUID contributionId,
        @Nullable Instant embargoUntil,
        @NotNull PublicationConsent consent) {}

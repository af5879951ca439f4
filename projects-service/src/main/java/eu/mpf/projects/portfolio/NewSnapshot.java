package eu.mpf.projects.portfolio;

import eu.mpf.web.value.LocalizedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot to take.
 *
 * @param asOf the day whose portfolio is frozen; today if absent
 */
@Schema(
        examples =
                "{\"name\":\"typology-study-2023\",\"title\":{\"en\":\"Typology study\"},\"asOf\":\"2023-09-30\",\"criteria\":{\"startedBefore\":\"2023-08-31\"}}")
public record NewSnapshot(
        @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,79}")
        String name,

        @Nullable LocalizedText title,
        @Nullable LocalDate asOf,
        @Nullable Criteria criteria) {}

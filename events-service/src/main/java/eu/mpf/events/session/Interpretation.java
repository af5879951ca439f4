package eu.mpf.events.session;

import eu.mpf.web.problem.Violations;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Out of one language spoken in a session into others. Sign languages have codes of their own, such as {@code sfb}.
 *
 * @param from a language spoken in the session (BCP 47)
 * @param into languages it can be followed in (BCP 47)
 */
@Schema(name = "Interpretation")
public record Interpretation(
        @NotNull @Pattern(regexp = LANGUAGE) @Schema(examples = "en")
        String from,

        @NotNull @NotEmpty @Size(max = 30) @Schema(examples = "[\"fr\", \"sfb\"]")
        List<@NotNull @Pattern(regexp = LANGUAGE) String> into) {

    /** A well-formed language tag as far as one is needed here. */
    static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    static void check(@Nullable List<String> spoken, @Nullable List<Interpretation> interpretation, Violations wrong) {
        List<String> languages = Objects.requireNonNullElse(spoken, List.of());
        List<Interpretation> all = Objects.requireNonNullElse(interpretation, List.of());
        for (int i = 0; i < all.size(); i++) {
            Interpretation one = all.get(i);
            wrong.check(
                    languages.contains(one.from()),
                    "/interpretation/%d/from".formatted(i),
                    "not-spoken",
                    "is not among the languages of the session");
            wrong.check(
                    !one.into().contains(one.from()),
                    "/interpretation/%d/into".formatted(i),
                    "same-language",
                    "holds the language it is interpreted from");
        }
    }
}

package eu.mpf.projects.reporting;

import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a report says. While it is a draft anything may be missing. */
@Schema(
        name = "ReportContent",
        examples =
                "{\"summary\":{\"en\":\"Two of three trainings were held.\"},\"results\":[{\"indicator\":\"officers-trained\",\"value\":\"85\",\"measuredOn\":\"2023-12-31\"}],\"lessonsLearned\":[{\"en\":\"Interpretation must be booked before the agenda.\"}]}")
public record ReportContent(
        @Nullable LocalizedText summary,

        @Size(max = 200) @Schema(description = "Actual values of the project's indicators; taken over on acceptance.")
        List<@Valid ReportedResult> results,

        @Size(max = 100) List<LocalizedText> successes,
        @Size(max = 100) List<@Valid Challenge> challenges,
        @Size(max = 100) List<LocalizedText> lessonsLearned,

        @Nullable @Schema(description = "What stays when the money is spent.")
        LocalizedText sustainability,

        @Nullable @Schema(description = "How the partner country makes the results its own.")
        LocalizedText ownership) {

    /** Nothing is written yet. */
    static final ReportContent EMPTY = new ReportContent(null, List.of(), List.of(), List.of(), List.of(), null, null);

    public ReportContent {
        results = list(results);
        successes = list(successes);
        challenges = list(challenges);
        lessonsLearned = list(lessonsLearned);
    }

    private static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** A difficulty, and what was done about it. */
    @Schema(name = "Challenge")
    public record Challenge(
            @NotNull LocalizedText what, @Nullable LocalizedText response) {}

    /** Adds everything a report of this kind owes its reader and does not have. */
    void check(ReportKind kind, Set<String> indicators, Violations violations) {
        required(summary != null, "summary", violations);
        for (int i = 0; i < results.size(); i++) {
            String code = results.get(i).indicator();
            String pointer = "/content/results/" + i + "/indicator";
            violations.check(
                    indicators.contains(code), pointer, "unknown-indicator", "The project has no indicator " + code);
            violations.check(
                    results.subList(0, i).stream()
                            .noneMatch(each -> each.indicator().equals(code)),
                    pointer,
                    "twice",
                    "A report says one thing about " + code);
        }
        if (kind == ReportKind.FINAL) {
            required(!lessonsLearned.isEmpty(), "lessonsLearned", violations);
            required(sustainability != null, "sustainability", violations);
            required(ownership != null, "ownership", violations);
            indicators.stream()
                    .filter(code ->
                            results.stream().noneMatch(each -> each.indicator().equals(code)))
                    .sorted()
                    .forEach(code -> violations.add(
                            "/content/results", "missing-indicator", "A final report says what became of " + code));
        }
    }

    private static void required(boolean there, String field, Violations violations) {
        violations.check(there, "/content/" + field, "required", "The report does not say it");
    }
}

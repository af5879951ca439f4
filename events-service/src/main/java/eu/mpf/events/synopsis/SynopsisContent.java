package eu.mpf.events.synopsis;

import eu.mpf.events.feedback.Criterion;
import eu.mpf.events.positioning.Tally;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The report itself, in one language. Generated from what was recorded, then edited by the rapporteur.
 * Texts may hold links the Markdown way: {@code [text](https://…)}.
 *
 * @param when day and place, as one reads them
 * @param furtherReading documents and pages to point to
 */
@Schema(name = "SynopsisContent")
public record SynopsisContent(
        @NotBlank @Size(max = 300) String title,
        @Nullable @Size(max = 300) String when,
        @Nullable @Size(max = 20_000) String introduction,
        @NotNull List<@Valid Part> parts,
        @Nullable @Valid Positioning positioning,
        @Nullable List<@NotBlank @Size(max = 2000) String> nextSteps,
        @Nullable List<@Valid Reading> furtherReading) {

    public SynopsisContent {
        nextSteps = nextSteps == null ? List.of() : List.copyOf(nextSteps);
        furtherReading = furtherReading == null ? List.of() : List.copyOf(furtherReading);
    }

    /** A block of the programme. */
    @Schema(name = "SynopsisPart")
    public record Part(
            @NotBlank @Size(max = 300) String title,
            @NotNull List<@Valid Section> sections) {}

    /** A session. */
    @Schema(name = "SynopsisSection")
    public record Section(
            @NotBlank @Size(max = 300) String title,
            @Nullable @Size(max = 100) String when,
            @NotNull List<@Valid Speaker> speakers,
            @NotNull List<@NotBlank String> points,
            @NotNull List<@Valid Project> projects,
            @Nullable @Valid Call call,
            @NotNull List<@Valid Question> questions,
            @NotNull List<@NotBlank String> questionTopics,
            @Nullable String feedback,
            @Nullable List<@Valid Score> scores,
            @Nullable List<@Valid Handout> materials) {

        /** Reports written before feedback was scored, or before materials were listed, have none. */
        public Section {
            scores = scores == null ? List.of() : List.copyOf(scores);
            materials = materials == null ? List.of() : List.copyOf(materials);
        }
    }

    /**
     * A file of a session that the public may have.
     *
     * @param kind in words
     * @param target where it can be had
     */
    @Schema(name = "SynopsisMaterial")
    public record Handout(
            @NotBlank @Size(max = 300) String title,
            @NotBlank @Size(max = 100) String kind,
            @NotBlank @Size(max = 2000) String target) {}

    /**
     * What the audience thought of a session, on the average.
     *
     * @param mean of the scores 1 to 5
     */
    @Schema(name = "SynopsisScore")
    public record Score(
            @NotNull Criterion criterion, @NotNull BigDecimal mean, int answers) {}

    /** Somebody who contributed, as at the event. */
    @Schema(name = "SynopsisSpeaker")
    public record Speaker(
            @NotBlank String role,
            @NotBlank String name,
            @Nullable String post,
            @Nullable String organisation) {}

    /** A project presented. */
    @Schema(name = "SynopsisProject")
    public record Project(
            @NotBlank String code,
            @Nullable String title,
            @Nullable String type) {}

    /** A call presented. */
    @Schema(name = "SynopsisCall")
    public record Call(
            @NotBlank String key,
            @Nullable String title,
            @Nullable String deadline,
            @NotNull List<String> funds) {}

    /** A question and its answer; without one it is still open. */
    @Schema(name = "SynopsisQuestion")
    public record Question(
            @NotBlank String question, @Nullable String answer, int votes) {}

    /** The figures of the positioning exercise. */
    @Schema(name = "SynopsisPositioning")
    public record Positioning(
            int typologyVersion,
            int projects,
            int severalMeans,
            @NotNull List<Tally.Count> counts,
            @Nullable String outcome) {}

    /** A link at the end of the report; published only once it has a target that answers. */
    @Schema(name = "SynopsisReading")
    public record Reading(
            @NotBlank @Size(max = 300) String text,
            @Nullable @Size(max = 2000) String target) {}
}

package eu.mpf.events.session;

import eu.mpf.events.event.EventMode;
import eu.mpf.events.event.EventTimes;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.MaxLength;
import eu.mpf.web.value.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a session that organisers may edit.
 *
 * @param key unique in the event, never changed
 * @param block key of a block of the event
 * @param position place in the programme; given at the end if absent
 * @param mode the event's if absent
 * @param timeZone the event's if absent
 * @param capacity seats in this session; {@code null}: as many as the event has
 * @param call key of a call presented in it
 * @param projects codes of projects it is about, beside those its contributions name
 * @param questionTopics what the audience asked about, in a few words
 * @param feedbackNote how it was received
 * @param followUpsPlanned further sessions that were agreed
 * @param languages languages spoken (BCP 47)
 * @param interpretation out of which of them into which others it is interpreted
 */
@Schema(name = "SessionDetails")
public record SessionDetails(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{0,39}") @Schema(examples = "m4")
        String key,

        @Nullable @Size(max = 40) @Schema(examples = "morning")
        String block,

        @Nullable @Min(0) Integer position,
        @NotNull SessionKind kind,
        @NotNull @MaxLength(300) LocalizedText title,
        @Nullable @MaxLength(20_000) LocalizedText summary,
        @Nullable EventMode mode,
        @Nullable @Schema(examples = "Europe/Brussels") String timeZone,
        @Nullable @Schema(examples = "2023-10-30T10:00:00") LocalDateTime startsLocal,
        @Nullable LocalDateTime endsLocal,
        @Nullable @Min(0) Integer capacity,

        @Nullable @Size(max = 80) @Schema(examples = "MPF-2023-BORDERS-SECURITY")
        String call,

        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 80) String> projects,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> questionTopics,
        @Nullable @MaxLength(20_000) LocalizedText feedbackNote,
        @Nullable @Valid FollowUpsPlanned followUpsPlanned,

        @Nullable @Size(max = 30) @Schema(examples = "[\"en\"]")
        List<@NotNull @Pattern(regexp = Interpretation.LANGUAGE) String> languages,

        @Nullable @Size(max = 30) List<@NotNull @Valid Interpretation> interpretation) {

    public SessionDetails {
        projects = projects == null ? List.of() : List.copyOf(projects);
        questionTopics = questionTopics == null ? List.of() : List.copyOf(questionTopics);
        languages = languages == null ? List.of() : List.copyOf(languages);
        interpretation = interpretation == null ? List.of() : List.copyOf(interpretation);
    }

    /** With what the event gives where nothing was said. */
    public SessionDetails within(EventMode eventMode, String eventZone, int nextPosition) {
        return new SessionDetails(
                key,
                block,
                position == null ? Integer.valueOf(nextPosition) : position,
                kind,
                title,
                summary,
                mode == null ? eventMode : mode,
                timeZone == null ? eventZone : timeZone,
                startsLocal,
                endsLocal,
                capacity,
                call,
                projects,
                questionTopics,
                feedbackNote,
                followUpsPlanned,
                languages,
                interpretation);
    }

    /** Whether who comes to the one comes to the other as well. */
    boolean looksLike(SessionDetails other) {
        return title.equals(other.title)
                && mode == other.mode
                && Objects.equals(timeZone, other.timeZone)
                && Objects.equals(startsLocal, other.startsLocal)
                && Objects.equals(endsLocal, other.endsLocal);
    }

    /** @throws eu.mpf.web.problem.ProblemException 400 with everything that does not fit together */
    void check(List<String> blocks) {
        Violations wrong = new Violations();
        wrong.check(block == null || blocks.contains(block), "/block", "unknown-block", "is no block of the event");
        wrong.check(call == null || !Texts.isBlank(call), "/call", "blank", "must be the key of a call");
        wrong.check(endsLocal == null || startsLocal != null, "/startsLocal", "missing", "an end needs a start");
        wrong.check(
                followUpsPlanned == null || followUpsPlanned.atMost() >= followUpsPlanned.atLeast(),
                "/followUpsPlanned/atMost",
                "below-least",
                "lies below atLeast");
        Interpretation.check(languages, interpretation, wrong);
        if (timeZone != null) {
            EventTimes.check(timeZone, startsLocal, endsLocal, wrong);
        }
        wrong.throwIfAny();
    }
}

package eu.mpf.events.event;

import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.Countries;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.MaxLength;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an event that its organisers may edit.
 *
 * @param key stable and unique, chosen by the organiser, never changed
 * @param series key of the series it belongs to, never changed
 * @param startsLocal wall-clock time at {@code timeZone}
 * @param dayConfirmed {@code false} while only the month is certain
 * @param audience whom the event is for
 * @param capacity seats in total; {@code null}: no limit
 * @param categoryLimits seats per audience category, within the total
 */
@Schema(name = "EventDetails")
public record EventDetails(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,79}") @Schema(examples = "MPF-EXCHANGE-2023")
        String key,

        @Nullable @Schema(examples = "MPF-EXCHANGE") String series,
        @NotNull @MaxLength(300) LocalizedText title,
        @Nullable @MaxLength(20_000) LocalizedText summary,
        @NotNull EventMode mode,
        @Nullable @Size(max = 200) String place,

        @Nullable @Schema(description = "ISO 3166-1 code; aliases such as EL or UK are understood")
        String country,

        @NotNull @Schema(examples = "Europe/Brussels") String timeZone,

        @NotNull @Schema(examples = "2023-09-21T09:00:00") LocalDateTime startsLocal,
        @NotNull @Schema(examples = "2023-09-21T17:00:00") LocalDateTime endsLocal,
        @Nullable Boolean dayConfirmed,
        List<@NotNull AudienceCategory> audience,
        @Size(max = 50) List<@NotNull @Valid Block> blocks,
        @Nullable @Min(0) Integer capacity,
        Map<AudienceCategory, @NotNull @Min(0) Integer> categoryLimits,
        @Valid RegistrationPolicy registration,

        @Nullable
        @Schema(
                description =
                        "The official language of the Union whose version of the texts counts. English, or the title's first, if absent.",
                examples = "en")
        String bindingLanguage) {

    /** Fills in what was left out: audience, blocks, limits and policy may be absent in a request, never afterwards. */
    public EventDetails {
        dayConfirmed = dayConfirmed == null || dayConfirmed;
        audience = audience == null ? List.of() : List.copyOf(audience);
        blocks = blocks == null ? List.of() : List.copyOf(blocks);
        categoryLimits = categoryLimits == null ? Map.of() : Map.copyOf(categoryLimits);
        registration = registration == null ? RegistrationPolicy.OPEN : registration;
    }

    /** @throws eu.mpf.web.problem.ProblemException 400 with everything that does not fit together */
    public EventDetails checked() {
        Violations wrong = new Violations();
        EventTimes.check(timeZone, startsLocal, endsLocal, wrong);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            wrong.check(
                    keys.add(blocks.get(i).key()), "/blocks/%d/key".formatted(i), "duplicate", "is used by two blocks");
        }
        String canonical = country;
        if (country != null) {
            if (Countries.known(country)) {
                canonical = Countries.canonical(country);
            } else {
                wrong.add("/country", "unknown-country", "is not a country of ISO 3166");
            }
        }
        languages(wrong);
        wrong.throwIfAny();
        return new EventDetails(
                key,
                series,
                title,
                summary,
                mode,
                place,
                canonical,
                timeZone,
                startsLocal,
                endsLocal,
                dayConfirmed,
                audience,
                blocks,
                capacity,
                categoryLimits,
                registration,
                bindingLanguage);
    }

    private void languages(Violations wrong) {
        if (bindingLanguage == null) {
            return;
        }
        if (!LocalizedText.LANGUAGES.contains(bindingLanguage)) {
            wrong.add("/bindingLanguage", "unknown-code", "Not in the code list languages: " + bindingLanguage);
            return;
        }
        Map<String, LocalizedText> texts = new HashMap<>(Map.of("/title", title));
        if (summary != null) {
            texts.put("/summary", summary);
        }
        for (int i = 0; i < blocks.size(); i++) {
            texts.put("/blocks/%d/title".formatted(i), blocks.get(i).title());
        }
        BindingLanguage.missing(bindingLanguage, texts)
                .forEach(pointer -> wrong.add(
                        pointer, "binding-language", "must be there in the binding language, " + bindingLanguage));
    }

    EventTimes times() {
        return EventTimes.of(timeZone, startsLocal, endsLocal);
    }

    /** Whether nobody would have to change a calendar because of the other; times are compared elsewhere. */
    boolean looksLike(EventDetails other) {
        return title.equals(other.title)
                && mode == other.mode
                && Objects.equals(place, other.place)
                && Objects.equals(country, other.country);
    }
}

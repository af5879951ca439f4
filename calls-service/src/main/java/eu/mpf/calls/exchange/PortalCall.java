package eu.mpf.calls.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.Deadline;
import eu.mpf.calls.call.DeadlineModel;
import eu.mpf.calls.call.Scope;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.web.bulk.Row;
import eu.mpf.web.value.LocalizedText;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of the portal of the Union, read from a row. Nothing is repaired silently: what was assumed or left out is a
 * warning of the row, what cannot be read is an error.
 *
 * @param key the portal's identifier as it is; it may hold slashes
 */
record PortalCall(String key, CallTerms terms) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._/-]{0,119}");
    private static final int LONGEST_TITLE = 1_000;

    static PortalCall read(Row row) {
        return new Reader(row).read();
    }

    private static final class Reader {

        private final Row row;

        Reader(Row row) {
            this.row = row;
        }

        PortalCall read() {
            String key = one("identifier", "callIdentifier", "reference");
            if (key == null) {
                row.error("identifier", "required", "the call has no identifier");
            } else if (!KEY.matcher(key).matches()) {
                row.error(
                        "identifier", "invalid", "letters, digits, blanks and . _ / - make an identifier of up to 120");
            }
            String title = prose("title", "callTitle");
            if (title == null) {
                row.error("title", "required", "the call has no title");
            } else if (title.length() > LONGEST_TITLE) {
                row.error("title", "too-long", "at most " + LONGEST_TITLE + " characters");
            }
            String summary = prose("description", "descriptionByte", "summary");
            LocalDateTime opens =
                    times("startDate", "openingDate", "plannedOpeningDateLong", "plannedOpeningDate").stream()
                            .findFirst()
                            .orElse(null);
            List<LocalDateTime> ends = times("deadlineDate", "deadlineDatesLong", "deadlineDates");
            if (opens != null && !ends.isEmpty() && !ends.getLast().isAfter(opens)) {
                row.error(
                        "deadlineDate",
                        "before-start",
                        "the last deadline, " + ends.getLast() + ", is before the start, " + opens);
            }
            DeadlineModel model = model(ends.size());
            budget();
            row.throwIfErrors();
            return new PortalCall(String.valueOf(key), terms(String.valueOf(title), summary, model, opens, ends));
        }

        private static CallTerms terms(
                String title,
                @Nullable String summary,
                DeadlineModel model,
                @Nullable LocalDateTime opens,
                List<LocalDateTime> ends) {
            List<Deadline> deadlines = new ArrayList<>();
            for (int i = 0; i < ends.size(); i++) {
                boolean concept = model == DeadlineModel.TWO_STAGE && i < ends.size() - 1;
                deadlines.add(new Deadline(concept ? Stage.CONCEPT_NOTE : Stage.FULL_APPLICATION, ends.get(i)));
            }
            return new CallTerms(
                    LocalizedText.of("en", title),
                    summary == null ? null : LocalizedText.of("en", summary),
                    model,
                    model == DeadlineModel.TWO_STAGE,
                    PortalDates.BRUSSELS.getId(),
                    opens,
                    deadlines,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    Map.of(),
                    Map.of(),
                    null,
                    null,
                    List.of(),
                    null,
                    Scope.OPEN,
                    null);
        }

        /** A value by one of its names, at the top or in the portal's {@code metadata}. */
        private Optional<Found> find(String... names) {
            for (JsonNode from : List.of(row.json(), row.json().path("metadata"))) {
                for (String name : names) {
                    List<String> values = PortalText.all(from.path(name));
                    if (!values.isEmpty()) {
                        return Optional.of(new Found(name, values));
                    }
                }
            }
            return Optional.empty();
        }

        private @Nullable String one(String... names) {
            Found found = find(names).orElse(null);
            if (found == null) {
                return null;
            }
            if (found.values().stream().distinct().count() > 1) {
                row.warn(found.name(), "several", "several values; the first is taken of " + found.values());
            }
            return found.values().getFirst();
        }

        private @Nullable String prose(String... names) {
            Found found = find(names).orElse(null);
            String written = one(names);
            if (found == null || written == null) {
                return null;
            }
            String text = written;
            if (PortalText.hasMarkup(text)) {
                row.warn(found.name(), "html", "markup was left out");
                text = PortalText.plain(text);
            }
            if (PortalText.lostAccents(text)) {
                row.warn(
                        found.name(),
                        "lost-accents",
                        "characters were lost before this text came here; kept as it came");
            }
            return text.isBlank() ? null : text;
        }

        /** Times in order, each once. */
        private List<LocalDateTime> times(String... names) {
            Found found = find(names).orElse(null);
            if (found == null) {
                return List.of();
            }
            TreeSet<LocalDateTime> times = new TreeSet<>();
            for (String value : found.values()) {
                PortalDates.Read read = PortalDates.read(value).orElse(null);
                if (read == null) {
                    row.error(found.name(), "unreadable-date", "no known way to write a date: " + value);
                    continue;
                }
                if (read.day()) {
                    row.warn(
                            found.name(),
                            "no-time",
                            "no hour is given; " + PortalDates.USUAL_HOUR + " in Brussels is assumed");
                }
                times.add(read.local());
            }
            return List.copyOf(times);
        }

        private DeadlineModel model(int deadlines) {
            String written = one("deadlineModel", "submissionProcedure", "sumbissionProcedure");
            String word =
                    written == null ? "" : written.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            if (word.contains("twostage") && deadlines == 2) {
                return DeadlineModel.TWO_STAGE;
            }
            if (word.contains("multiple") || word.contains("cutoff") || deadlines > 1) {
                if (word.contains("twostage")) {
                    row.warn(
                            "deadlineModel", "model", "two stages, but " + deadlines + " deadlines; taken as cut-offs");
                }
                return DeadlineModel.CUT_OFFS;
            }
            if (deadlines == 0) {
                row.warn("deadlineModel", "model", "no deadline is given; taken as a rolling call");
                return DeadlineModel.ROLLING_UNTIL_DEPLETED;
            }
            return DeadlineModel.SINGLE_STAGE;
        }

        private void budget() {
            find("budget", "budgetOverview", "budgetOverviewJSONItem")
                    .ifPresent(found -> row.warn(
                            found.name(),
                            "budget",
                            "the portal names no fund with its rate; enter the envelope by hand: " + found.values()));
        }

        /** A value under the name it was found by. */
        private record Found(String name, List<String> values) {}
    }
}

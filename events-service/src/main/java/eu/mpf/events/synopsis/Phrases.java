package eu.mpf.events.synopsis;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.event.Event;
import eu.mpf.events.event.EventDetails;
import eu.mpf.events.sql.Json;
import eu.mpf.events.synopsis.SynopsisContent.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How figures and dates are said in the English draft; the rapporteur has the last word. */
final class Phrases {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String[] NUMBERS = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

    private Phrases() {}

    /** The day if it is certain, else the month, and the place. */
    static String when(Event event) {
        EventDetails d = event.details();
        String day =
                Boolean.TRUE.equals(d.dayConfirmed()) ? DAY.format(d.startsLocal()) : MONTH.format(d.startsLocal());
        return d.place() == null ? day : d.place() + ", " + day;
    }

    static String introduction(Event event, List<Part> parts) {
        long sessions = parts.stream().mapToLong(part -> part.sections().size()).sum();
        long contributions = parts.stream()
                .flatMap(part -> part.sections().stream())
                .mapToLong(section -> section.speakers().size())
                .sum();
        long projects = parts.stream()
                .flatMap(part -> part.sections().stream())
                .flatMap(section -> section.projects().stream())
                .map(SynopsisContent.Project::code)
                .distinct()
                .count();
        return "%s took place %s. The programme had %s with %s contributions; %s presented."
                .formatted(
                        event.details().title().get(List.of(Locale.ENGLISH)),
                        place(event),
                        plural(sessions, "session"),
                        number(contributions),
                        projects == 1 ? "one project was" : number(projects) + " projects were");
    }

    private static String place(Event event) {
        EventDetails d = event.details();
        String day = Boolean.TRUE.equals(d.dayConfirmed())
                ? "on " + DAY.format(d.startsLocal())
                : "in " + MONTH.format(d.startsLocal());
        return d.place() == null ? day : "in " + d.place() + " " + day;
    }

    /** Notes begin as they may; a printed point begins with a capital letter. */
    static List<String> sentences(List<String> notes) {
        return notes.stream()
                .map(note -> note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1))
                .toList();
    }

    static String role(String code) {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String time(LocalDateTime local) {
        return TIME.format(local);
    }

    static String day(Instant at) {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    static String dateAndTime(LocalDateTime local, String zone, Instant at) {
        return "%s, %s %s (%s UTC)"
                .formatted(DAY.format(local), TIME.format(local), zone, TIME.format(at.atOffset(ZoneOffset.UTC)));
    }

    static String deadline(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, BRUSSELS);
        return "%s, %s Brussels time".formatted(DAY.format(local), TIME.format(local));
    }

    /** One line for each fund of a call, as its owner told them. */
    static List<String> funds(String json) {
        List<String> lines = new ArrayList<>();
        for (JsonNode fund : Json.read(json, JsonNode.class)) {
            JsonNode envelope = fund.path("envelope");
            String code = fund.path("code").asText();
            lines.add(
                    envelope.hasNonNull("amount")
                            ? "%s: %s %s"
                                    .formatted(code, envelope.path("currency").asText("EUR"), grouped(envelope))
                            : code);
        }
        return lines;
    }

    private static String grouped(JsonNode money) {
        return String.format(
                Locale.ENGLISH, "%,.2f", new BigDecimal(money.get("amount").asText()));
    }

    static String sessions(int from, int to) {
        if (from == to) {
            return from == 1 ? "one further session was" : number(from) + " further sessions were";
        }
        return "%s %s %s further sessions were".formatted(number(from), to - from == 1 ? "or" : "to", number(to));
    }

    private static String plural(long n, String noun) {
        return number(n) + " " + noun + (n == 1 ? "" : "s");
    }

    private static String number(long n) {
        return n < NUMBERS.length ? NUMBERS[(int) n] : Long.toString(n);
    }
}

package eu.mpf.events.synopsis;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.event.Event;
import eu.mpf.events.event.EventDetails;
import eu.mpf.events.sql.Json;
import eu.mpf.events.synopsis.SynopsisContent.Part;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How figures and dates are said in the draft; the rapporteur has the last word. */
final class Phrases {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Labels labels;

    Phrases(Labels labels) {
        this.labels = labels;
    }

    /** Place, and the day if it is certain, else the month. */
    String when(Event event) {
        EventDetails d = event.details();
        String day = certain(d) ? day(d.startsLocal()) : month(d.startsLocal());
        return d.place() == null ? day : d.place() + ", " + day;
    }

    String introduction(Event event, List<Part> parts) {
        Figures figures = Figures.of(parts);
        return labels.format(
                "introduction",
                tookPlace(event),
                labels.count("sessions", figures.sessions()),
                labels.count("contributions", figures.contributions()),
                labels.count("projects", figures.projects()));
    }

    private String tookPlace(Event event) {
        EventDetails d = event.details();
        String title = d.title().get(List.of(labels.locale()));
        String day = certain(d)
                ? labels.format("when.on", day(d.startsLocal()))
                : labels.format("when.in", month(d.startsLocal()));
        return d.place() == null
                ? labels.format("where.nowhere", title, day)
                : labels.format("where", title, d.place(), day);
    }

    private static boolean certain(EventDetails details) {
        return Boolean.TRUE.equals(details.dayConfirmed());
    }

    /** Notes begin as they may; a printed point begins with a capital letter. */
    static List<String> sentences(List<String> notes) {
        return notes.stream().map(Phrases::capital).toList();
    }

    static String capital(String note) {
        int first = note.offsetByCodePoints(0, 1);
        return note.substring(0, first).toUpperCase(Locale.ROOT) + note.substring(first);
    }

    String role(String code) {
        return labels.of("role." + code);
    }

    String mode(String code) {
        return labels.of("mode." + code);
    }

    static String time(LocalDateTime local) {
        return TIME.format(local);
    }

    String day(Instant at) {
        return day(at.atOffset(ZoneOffset.UTC));
    }

    private String day(TemporalAccessor date) {
        return DateTimeFormatter.ofPattern(labels.raw("date"), labels.locale()).format(date);
    }

    private String month(TemporalAccessor date) {
        return DateTimeFormatter.ofPattern(labels.raw("month"), labels.locale()).format(date);
    }

    String dateAndTime(LocalDateTime local, String zone, Instant at) {
        return labels.format(
                "time.utc", day(local), TIME.format(local), zone, TIME.format(at.atOffset(ZoneOffset.UTC)));
    }

    String deadline(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, BRUSSELS);
        return labels.format("time.brussels", day(local), TIME.format(local));
    }

    /** One line for each fund of a call, as its owner told them. */
    List<String> funds(String json) {
        List<String> lines = new ArrayList<>();
        for (JsonNode fund : Json.read(json, JsonNode.class)) {
            JsonNode envelope = fund.path("envelope");
            String code = fund.path("code").asText();
            lines.add(
                    envelope.hasNonNull("amount")
                            ? "%s %s\u00a0%s"
                                    .formatted(code, envelope.path("currency").asText("EUR"), grouped(envelope))
                            : code);
        }
        return lines;
    }

    private String grouped(JsonNode money) {
        BigDecimal amount = new BigDecimal(money.get("amount").asText());
        NumberFormat format = NumberFormat.getNumberInstance(labels.locale());
        int decimals = amount.stripTrailingZeros().scale() > 0 ? 2 : 0;
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(amount);
    }

    String sessions(int from, int to) {
        if (from == to) {
            return from == 1 ? labels.of("next.one") : labels.format("next.exactly", labels.number(from));
        }
        return labels.format(to - from == 1 ? "next.or" : "next.to", labels.number(from), labels.number(to));
    }
}

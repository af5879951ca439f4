package eu.mpf.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes an instant with exactly three decimals and Z (RFC 3339), so that texts sort as the instants do. */
final class InstantSerializer extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final long DAY = 86_400;
    private static final int LENGTH = "2026-03-31T12:00:00.000Z".length();
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long BEYOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond() + 1;

    InstantSerializer() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        char[] text = text(value);
        generator.writeString(text, 0, text.length);
    }

    /** What the formatter would write, put together by hand: an answer holds many instants, and a formatter is dear. */
    static char[] text(Instant value) {
        long seconds = value.getEpochSecond();
        if (seconds < FIRST || seconds >= BEYOND) {
            return MILLIS.format(value).toCharArray();
        }
        long day = Math.floorDiv(seconds, DAY);
        int time = (int) (seconds - day * DAY);
        LocalDate date = LocalDate.ofEpochDay(day);
        char[] text = new char[LENGTH];
        Digits.put(text, 0, date.getYear(), 4, '-');
        Digits.put(text, 5, date.getMonthValue(), 2, '-');
        Digits.put(text, 8, date.getDayOfMonth(), 2, 'T');
        Digits.put(text, 11, time / 3600, 2, ':');
        Digits.put(text, 14, time / 60 % 60, 2, ':');
        Digits.put(text, 17, time % 60, 2, '.');
        Digits.put(text, 20, value.getNano() / 1_000_000, 3, 'Z');
        return text;
    }
}

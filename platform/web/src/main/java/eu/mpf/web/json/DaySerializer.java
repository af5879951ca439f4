package eu.mpf.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.LocalDate;

/** Writes a day as {@code YYYY-MM-DD}: as {@link LocalDate#toString}, but without a text in between. */
final class DaySerializer extends StdSerializer<LocalDate> {
    private static final long serialVersionUID = 1L;
    private static final int LENGTH = "2026-03-31".length();
    private static final int BEYOND = 10_000;

    DaySerializer() {
        super(LocalDate.class);
    }

    @Override
    public void serialize(LocalDate value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        char[] text = text(value);
        generator.writeString(text, 0, text.length);
    }

    static char[] text(LocalDate value) {
        int year = value.getYear();
        if (year < 0 || year >= BEYOND) {
            return value.toString().toCharArray();
        }
        char[] text = new char[LENGTH];
        Digits.put(text, 0, year, 4, '-');
        Digits.put(text, 5, value.getMonthValue(), 2, '-');
        Digits.put(text, 8, value.getDayOfMonth(), 2);
        return text;
    }
}

package eu.mpf.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import eu.mpf.web.value.Days;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days of the years 1 to 9999: Java, and our database, know more of them than a date in JSON can say. */
final class DayDeserializer extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    DayDeserializer() {
        super(LocalDate.class);
    }

    @Override
    public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            LocalDate plain = Days.plain(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            if (plain != null) {
                return plain;
            }
        }
        LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
        try {
            return day == null ? null : Days.checked(day);
        } catch (DateTimeException e) {
            throw context.weirdStringException(day.toString(), LocalDate.class, "a year has four digits");
        }
    }
}

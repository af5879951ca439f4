package eu.mpf.events.sql;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.web.value.LocalizedText;
import jakarta.persistence.Converter;

/** A text in several languages as {@code jsonb}. */
@Converter
public class TextColumn extends JsonColumn<LocalizedText> {
    public TextColumn() {
        super(new TypeReference<>() {});
    }
}

package eu.mpf.events.sql;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;

/** A list of strings as {@code jsonb}. */
@Converter
public class StringsColumn extends JsonColumn<List<String>> {
    public StringsColumn() {
        super(new TypeReference<>() {});
    }
}

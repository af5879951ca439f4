package eu.mpf.events.registration;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.sql.JsonColumn;
import jakarta.persistence.Converter;

/** A consent as {@code jsonb}. */
@Converter
public class ConsentColumn extends JsonColumn<Consent> {
    public ConsentColumn() {
        super(new TypeReference<>() {});
    }
}

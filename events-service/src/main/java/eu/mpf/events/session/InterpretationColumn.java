package eu.mpf.events.session;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.sql.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;

/** Interpretation of a session as {@code jsonb}. */
@Converter
public class InterpretationColumn extends JsonColumn<List<Interpretation>> {
    public InterpretationColumn() {
        super(new TypeReference<>() {});
    }
}

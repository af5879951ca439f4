package eu.mpf.events.event;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.sql.JsonColumn;
import jakarta.persistence.Converter;
import java.util.Map;

/** Seats per audience category as {@code jsonb}. */
@Converter
public class LimitsColumn extends JsonColumn<Map<AudienceCategory, Integer>> {
    public LimitsColumn() {
        super(new TypeReference<>() {});
    }
}

package eu.mpf.events.event;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.sql.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;

/** A list of audience categories as {@code jsonb}. */
@Converter
public class CategoriesColumn extends JsonColumn<List<AudienceCategory>> {
    public CategoriesColumn() {
        super(new TypeReference<>() {});
    }
}

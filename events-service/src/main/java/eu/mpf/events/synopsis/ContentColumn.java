package eu.mpf.events.synopsis;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.sql.JsonColumn;
import jakarta.persistence.Converter;

/** The report as {@code jsonb}. */
@Converter
public class ContentColumn extends JsonColumn<SynopsisContent> {
    public ContentColumn() {
        super(new TypeReference<>() {});
    }
}

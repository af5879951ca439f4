package eu.mpf.events.event;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.sql.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;

/** The blocks of an event as {@code jsonb}. */
@Converter
public class BlocksColumn extends JsonColumn<List<Block>> {
    public BlocksColumn() {
        super(new TypeReference<>() {});
    }
}

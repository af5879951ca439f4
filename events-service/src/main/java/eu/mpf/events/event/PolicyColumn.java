package eu.mpf.events.event;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.sql.JsonColumn;
import jakarta.persistence.Converter;

/** How one gets a seat as {@code jsonb}. */
@Converter
public class PolicyColumn extends JsonColumn<RegistrationPolicy> {
    public PolicyColumn() {
        super(new TypeReference<>() {});
    }
}

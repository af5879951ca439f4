package eu.mpf.events.person.api;

import eu.mpf.events.person.Person;
import eu.mpf.events.person.PersonDetails;
import eu.mpf.events.sql.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person as clients read it.
 *
 * @param mergedInto the person this one turned out to be
 */
@Schema(name = "Person")
public record PersonView(
        UUID id,
        @Nullable String key,
        @Nullable String honorific,
        String name,
        List<String> nameVariants,
        @Nullable UUID mergedInto) {

    static PersonView of(Person person) {
        PersonDetails d = person.details();
        return new PersonView(
                person.id(),
                d.key(),
                d.honorific(),
                d.name(),
                d.nameVariants() == null ? List.of() : d.nameVariants(),
                person.mergedInto());
    }

    static PersonView of(ResultSet row) throws SQLException {
        return new PersonView(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("honorific"),
                row.getString("name"),
                Json.texts(row.getString("names")),
                row.getObject("merged_into_id", UUID.class));
    }
}

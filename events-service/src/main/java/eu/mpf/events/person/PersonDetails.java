package eu.mpf.events.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The editable part of a person.
 *
 * @param key stable and unique, if the organiser wants one; never changed
 * @param name as the person writes it
 * @param nameVariants other spellings and orders met in documents
 */
@Schema(name = "PersonDetails")
public record PersonDetails(
        @Nullable @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}")
        String key,

        @Nullable @Size(max = 40) String honorific,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> nameVariants) {

    /** The name itself is no variant of it. */
    public PersonDetails {
        Set<String> variants = new LinkedHashSet<>(nameVariants == null ? List.of() : nameVariants);
        variants.remove(name);
        nameVariants = List.copyOf(variants);
    }

    /** The names of the fields that are others than in {@code before}. */
    List<String> differences(PersonDetails before) {
        List<String> fields = new ArrayList<>();
        if (!Objects.equals(key, before.key)) {
            fields.add("key");
        }
        if (!Objects.equals(honorific, before.honorific)) {
            fields.add("honorific");
        }
        if (!name.equals(before.name)) {
            fields.add("name");
        }
        if (!Objects.equals(nameVariants, before.nameVariants)) {
            fields.add("nameVariants");
        }
        return fields;
    }
}

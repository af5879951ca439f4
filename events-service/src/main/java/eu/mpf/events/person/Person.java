package eu.mpf.events.person;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.shared.NameSearch;
import eu.mpf.events.sql.JsonColumn;
import eu.mpf.events.sql.StringsColumn;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** Somebody who speaks, under one or several spellings of the name. Posts are not here: they belong to contributions. */
@Entity
public class Person {
    @Id
    private UUID id;

    private @Nullable String key;
    private @Nullable String honorific;
    private String name;

    @Convert(converter = StringsColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private List<String> names;

    @Column(name = "search_key")
    private String searchKey;

    @Column(name = "merged_into_id")
    private @Nullable UUID mergedInto;

    @Version
    private long version;

    protected Person() {}

    public Person(PersonDetails details) {
        this.id = Ids.next();
        this.key = details.key();
        take(details);
    }

    public void revise(PersonDetails details) {
        requireUnmerged();
        if (key != null && !key.equals(details.key())) {
            throw ProblemException.invalid("/key", "fixed", "cannot be changed");
        }
        key = details.key();
        take(details);
    }

    /** Takes over the spellings of a duplicate, which from now on stands for this person. */
    public void absorb(Person duplicate) {
        requireUnmerged();
        duplicate.requireUnmerged();
        if (id.equals(duplicate.id)) {
            throw ProblemException.invalid("/duplicateId", "same", "is the person itself");
        }
        List<String> variants = new ArrayList<>(names);
        variants.add(duplicate.name);
        variants.addAll(duplicate.names);
        take(new PersonDetails(key, honorific, name, variants));
        duplicate.mergedInto = id;
        // Found through the one it was merged into.
        duplicate.searchKey = "";
    }

    /** Nobody finds it by name any more, and nobody reads one. */
    void erase() {
        requireUnmerged();
        key = null;
        honorific = null;
        name = Withheld.NAME;
        names = List.of();
        searchKey = "";
    }

    private void requireUnmerged() {
        if (mergedInto != null) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE, "This person was merged into %s.".formatted(mergedInto));
        }
    }

    private void take(PersonDetails details) {
        honorific = details.honorific();
        name = details.name();
        names = details.nameVariants() == null ? List.of() : details.nameVariants();
        List<String> all = new ArrayList<>(names);
        all.add(name);
        searchKey = NameSearch.key(all);
    }

    public PersonDetails details() {
        return new PersonDetails(key, honorific, name, names);
    }

    public UUID id() {
        return id;
    }

    public @Nullable UUID mergedInto() {
        return mergedInto;
    }

    public long version() {
        return version;
    }
}

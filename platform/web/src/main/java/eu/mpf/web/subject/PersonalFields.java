package eu.mpf.web.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A part of the register of personal data. A service produces one bean of it: {@code @Produces @Singleton PersonalFields
 * fields() { return PersonalFields.none().purpose("registration", PUBLIC_TASK, BY_RECORD, "2 years after the event",
 * "registration.name", …).without("event.form"); }}
 *
 * @param fields columns that hold personal data
 * @param notPersonal columns that look as if they did, and do not
 */
public record PersonalFields(List<PersonalField> fields, Set<String> notPersonal) {
    public PersonalFields {
        fields = List.copyOf(fields);
        notPersonal = Set.copyOf(notPersonal);
    }

    public static PersonalFields none() {
        return new PersonalFields(List.of(), Set.of());
    }

    /** With these columns ({@code table.column}) of one purpose. */
    public PersonalFields purpose(
            String purpose, LegalBasis basis, Regime regime, String retention, String... columns) {
        var all = new ArrayList<>(fields);
        Stream.of(columns)
                .map(column -> new PersonalField(column, purpose, basis, regime, retention))
                .forEach(all::add);
        return new PersonalFields(all, notPersonal);
    }

    /** With these columns that hold nothing personal, though their name or type lets one think so. */
    public PersonalFields without(String... columns) {
        var all = new TreeSet<>(notPersonal);
        all.addAll(List.of(columns));
        return new PersonalFields(fields, all);
    }
}

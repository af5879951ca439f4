package eu.mpf.web.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A part of the register of personal data. A service produces one bean of it: {@code @Produces @Singleton PersonalFields
 * fields() { return PersonalFields.none().purpose("registration", PUBLIC_TASK, BY_RECORD, "2 years after the event",
 * "registration.name", …).without("questions asked of everybody", "event.form"); }}
 *
 * @param fields columns that hold personal data
 * @param notPersonal columns that could and do not, each with why not
 */
public record PersonalFields(List<PersonalField> fields, Map<String, String> notPersonal) {
    public PersonalFields {
        fields = List.copyOf(fields);
        notPersonal = Map.copyOf(notPersonal);
    }

    public static PersonalFields none() {
        return new PersonalFields(List.of(), Map.of());
    }

    /** With these columns ({@code table.column}) of one purpose. */
    public PersonalFields purpose(
            String purpose, LegalBasis basis, Regime regime, String retention, String... columns) {
        var all = new ArrayList<>(fields);
        Stream.of(columns)
                .map(column -> new PersonalField(column, purpose, basis, regime, retention, false, null))
                .forEach(all::add);
        return new PersonalFields(all, notPersonal);
    }

    /** These columns, named before, hold accounts. */
    public PersonalFields accounts(String... columns) {
        return with(PersonalField::asAccount, columns);
    }

    /** These columns, named before, stay as they are at an erasure. */
    public PersonalFields kept(String because, String... columns) {
        return with(field -> field.kept(because), columns);
    }

    /** With these columns that hold nothing personal, though their type would let them. */
    public PersonalFields without(String because, String... columns) {
        var all = new TreeMap<>(notPersonal);
        for (String column : columns) {
            all.put(column, because);
        }
        return new PersonalFields(fields, all);
    }

    private PersonalFields with(UnaryOperator<PersonalField> change, String... columns) {
        var named = Set.of(columns);
        var known = fields.stream().map(PersonalField::column).toList();
        if (!known.containsAll(named)) {
            throw new IllegalArgumentException("name a purpose first for all of " + named);
        }
        return new PersonalFields(
                fields.stream()
                        .map(field -> named.contains(field.column()) ? change.apply(field) : field)
                        .toList(),
                notPersonal);
    }
}

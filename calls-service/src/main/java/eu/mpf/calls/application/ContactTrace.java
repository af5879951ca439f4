package eu.mpf.calls.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail tells of a contact: entries stay when the person is erased, so neither name nor address.
 *
 * @param named whether there is one
 * @param language of letters to them
 * @param changed what became another, of name, email and language
 */
record ContactTrace(
        boolean named, @Nullable String language, @Nullable List<String> changed) {

    static ContactTrace of(Optional<Contact> contact) {
        return new ContactTrace(
                contact.isPresent(), contact.map(ContactTrace::language).orElse(null), null);
    }

    static ContactTrace of(Optional<Contact> before, Contact after) {
        List<String> changed = new ArrayList<>();
        if (!before.map(Contact::email).filter(after.email()::equalsIgnoreCase).isPresent()) {
            changed.add("email");
        }
        if (!Objects.equals(before.map(Contact::name).orElse(null), after.name())) {
            changed.add("name");
        }
        if (!before.map(ContactTrace::language).filter(language(after)::equals).isPresent()) {
            changed.add("language");
        }
        return new ContactTrace(true, language(after), List.copyOf(changed));
    }

    private static String language(Contact contact) {
        return contact.locale().getLanguage();
    }
}

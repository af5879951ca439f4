package eu.mpf.web.codelist;

import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Countries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what somebody wrote into codes, as they are stored: an alias, another case or a name in any language is understood,
 * doubles go. What no list knows, and what is used no more, is a violation that names the field and what stood there.
 */
public final class CodeCheck {
    private final CodeLists lists;
    private final Set<String> held;
    private final Violations violations;

    /**
     * @param held codes that the object has already: what it has it keeps, also once retired
     * @param violations to which what is wrong is added
     */
    public CodeCheck(CodeLists lists, Set<String> held, Violations violations) {
        this.lists = lists;
        this.held = held;
        this.violations = violations;
    }

    /** The code that stands for what was written; what was written, where none does. */
    public String code(String list, String written, String pointer) {
        if (held.contains(written)) {
            return written;
        }
        Optional<String> code = lists.resolve(list, written);
        violations.check(code.isPresent(), pointer, "unknown-code", "Not in the code list " + list + ": " + written);
        code.filter(found -> !held.contains(found) && lists.isRetired(list, found))
                .ifPresent(found -> violations.add(
                        pointer, "retired-code", "Used no more in the code list " + list + ": " + found));
        return code.orElse(written);
    }

    /** As {@link #code}, of what may be absent. */
    public @Nullable String optional(String list, @Nullable String written, String pointer) {
        return written == null ? null : code(list, written, pointer);
    }

    /** Each of several, once. */
    public List<String> codes(String list, List<String> written, String pointer) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            codes.add(code(list, written.get(i), pointer + "/" + i));
        }
        return codes.stream().distinct().toList();
    }

    /** The ISO 3166 code of a country. */
    public String country(String written, String pointer) {
        if (Countries.known(written)) {
            return Countries.canonical(written);
        }
        violations.add(pointer, "unknown-country", "Not a country of ISO 3166 or a known alias: " + written);
        return written;
    }

    /** Each of several countries, once. */
    public List<String> countries(List<String> written, String pointer) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            codes.add(country(written.get(i), pointer + "/" + i));
        }
        return codes.stream().distinct().toList();
    }
}

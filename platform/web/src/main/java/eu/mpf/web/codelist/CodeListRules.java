package eu.mpf.web.codelist;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.LocalizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How one version of a list may follow another: nothing disappears, and no name means two things. */
final class CodeListRules {
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_ALIASES = 50;
    private static final int LONGEST_NAME = 300;

    private CodeListRules() {}

    /**
     * The version after this one.
     *
     * @throws ProblemException 400 with all pointers
     */
    static CodeList next(CodeList now, LocalizedText title, List<CodeListEntry> entries) {
        var violations = new Violations();
        violations.check(
                entries.size() <= MOST_ENTRIES, "/entries", "too-many", "may hold %d entries".formatted(MOST_ENTRIES));
        var codes = entries.stream().map(CodeListEntry::code).collect(Collectors.toSet());
        now.entries().stream()
                .map(CodeListEntry::code)
                .filter(code -> !codes.contains(code))
                .forEach(code -> violations.add(
                        "/entries", "removed", "must still hold %s: a code is retired, not removed".formatted(code)));
        var seen = new HashSet<String>();
        var owners = owners(entries);
        for (int i = 0; i < entries.size(); i++) {
            check(entries.get(i), "/entries/" + i, seen, owners, violations);
        }
        violations.throwIfAny();
        return new CodeList(now.name(), now.version() + 1, title, now.source(), List.copyOf(entries));
    }

    /** These entries with one added, or put in the place of the one with its code. */
    static List<CodeListEntry> with(List<CodeListEntry> entries, CodeListEntry one) {
        var all = new ArrayList<>(entries);
        all.replaceAll(entry -> entry.code().equals(one.code()) ? one : entry);
        if (!all.contains(one)) {
            all.add(one);
        }
        return all;
    }

    private static void check(
            CodeListEntry entry, String pointer, Set<String> seen, Map<String, String> owners, Violations violations) {
        violations.check(entry.code().matches(CODE), pointer + "/code", "invalid", "must be letters, digits and - . _");
        violations.check(seen.add(entry.code()), pointer + "/code", "twice", "stands in the list twice");
        violations.check(
                entry.names().values().containsKey("en"),
                pointer + "/names/en",
                "required",
                "must have an English name");
        entry.names()
                .values()
                .forEach((language, name) -> violations.check(
                        name.length() <= LONGEST_NAME,
                        pointer + "/names/" + language,
                        "invalid",
                        "must have 1 to %d characters".formatted(LONGEST_NAME)));
        violations.check(
                entry.aliases().size() <= MOST_ALIASES,
                pointer + "/aliases",
                "too-many",
                "may hold %d aliases".formatted(MOST_ALIASES));
        for (int i = 0; i < entry.aliases().size(); i++) {
            var alias = entry.aliases().get(i);
            var key = CodeLists.key(alias);
            violations.check(
                    !key.isEmpty() && alias.length() <= LONGEST_NAME,
                    pointer + "/aliases/" + i,
                    "invalid",
                    "must have 1 to %d characters".formatted(LONGEST_NAME));
            violations.check(
                    entry.code().equals(owners.getOrDefault(key, entry.code())),
                    pointer + "/aliases/" + i,
                    "ambiguous",
                    "stands for another code already");
        }
    }

    /** Whose each code and alias is; the code itself goes before another's alias. */
    private static Map<String, String> owners(List<CodeListEntry> entries) {
        var owners = new HashMap<String, String>();
        entries.forEach(
                entry -> entry.aliases().forEach(alias -> owners.putIfAbsent(CodeLists.key(alias), entry.code())));
        entries.forEach(entry -> owners.put(CodeLists.key(entry.code()), entry.code()));
        return owners;
    }
}

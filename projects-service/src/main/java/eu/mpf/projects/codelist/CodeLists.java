package eu.mpf.projects.codelist;

import eu.mpf.projects.storage.StoredJson;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The code lists. They change with a migration only, so they are read once and kept. */
@ApplicationScoped
public class CodeLists {

    private final EntityManager database;
    private final StoredJson json;
    private volatile @Nullable List<CodeList> lists;
    private final Map<String, Map<String, String>> codesByAnyName = new ConcurrentHashMap<>();

    CodeLists(EntityManager database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    /** Every list in its latest version. */
    public List<CodeList> latest() {
        Map<String, CodeList> latest = new HashMap<>();
        for (CodeList list : all()) {
            latest.merge(list.name(), list, (a, b) -> a.version() > b.version() ? a : b);
        }
        return latest.values().stream()
                .sorted(Comparator.comparing(CodeList::name))
                .toList();
    }

    /** One list, in the version asked for or the latest. */
    public Optional<CodeList> find(String name, @Nullable Integer version) {
        return all().stream()
                .filter(list -> list.name().equals(name) && (version == null || list.version() == version))
                .max(Comparator.comparingInt(CodeList::version));
    }

    /** The code that a code or one of its aliases stands for, whatever its case. */
    public Optional<String> resolve(String list, String input) {
        Map<String, String> codes = codesByAnyName.computeIfAbsent(list, this::index);
        return Optional.ofNullable(codes.get(input.strip().toLowerCase(Locale.ROOT)));
    }

    private Map<String, String> index(String list) {
        Map<String, String> index = new HashMap<>();
        find(list, null)
                .ifPresent(found -> found.entries().forEach(entry -> {
                    entry.aliases().forEach(alias -> index.put(alias.toLowerCase(Locale.ROOT), entry.code()));
                    index.put(entry.code().toLowerCase(Locale.ROOT), entry.code());
                }));
        return index;
    }

    private List<CodeList> all() {
        List<CodeList> known = lists;
        if (known == null) {
            known = read();
            lists = known;
        }
        return known;
    }

    private List<CodeList> read() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        SELECT l.name, e.version, l.title::text AS title, e.code, e.names::text AS names,
                               array_to_string(e.aliases, '|') AS aliases
                        FROM code_list l JOIN code_list_entry e ON e.list = l.name
                        ORDER BY l.name, e.version, e.position""", Tuple.class).getResultList();
        Map<String, CodeList> found = new LinkedHashMap<>();
        for (Tuple row : rows) {
            String name = row.get("name", String.class);
            int version = row.get("version", Number.class).intValue();
            CodeList list = found.computeIfAbsent(
                    name + '/' + version,
                    key -> new CodeList(name, version, text(row, "title"), null, new ArrayList<>()));
            String aliases = row.get("aliases", String.class);
            list.entries()
                    .add(new CodeListEntry(
                            row.get("code", String.class),
                            text(row, "names"),
                            aliases.isEmpty() ? List.of() : List.of(aliases.split("\\|"))));
        }
        List<CodeList> all = new ArrayList<>(found.values());
        all.add(CountryList.read());
        return List.copyOf(all);
    }

    private LocalizedText text(Tuple row, String column) {
        return json.read(row.get(column, String.class), LocalizedText.class);
    }
}

package eu.mpf.projects.codelist;

import eu.mpf.web.codelist.CodeList;
import eu.mpf.web.codelist.CodeListEntry;
import eu.mpf.web.codelist.CodeListSource;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The portfolio's own code lists. They change with a migration only. */
@ApplicationScoped
class StoredCodeLists implements CodeListSource {

    private final EntityManager database;
    private final StoredJson json;

    StoredCodeLists(EntityManager database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public List<CodeList> lists() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
            SELECT l.name, e.version, l.title::text AS title, e.code, e.names::text AS names,
                   array_to_string(e.aliases, '|') AS aliases
            FROM code_list l JOIN code_list_entry e ON e.list = l.name
            ORDER BY l.name, e.version, e.position\
            """, Tuple.class).getResultList();
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
        return List.copyOf(found.values());
    }

    private LocalizedText text(Tuple row, String column) {
        return json.read(row.get(column, String.class), LocalizedText.class);
    }
}

package eu.mpf.web.codelist;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The code lists: those of every service, each version a resource {@code codelists/<name>.<version>.json}, and the
 * service's own. A version never changes once released: another code or name is another version beside the one before.
 */
@ApplicationScoped
public class CodeLists {
    private static final List<String> VERSIONS =
            List.of("countries.1", "currencies.1", "funds.1", "languages.1", "regions.1", "sectors.1", "themes.1");

    private final List<CodeListSource> sources;
    private final List<CodeList> common;
    private final Map<String, Map<String, String>> codesByAnyName = new ConcurrentHashMap<>();
    private volatile @Nullable List<CodeList> known;

    CodeLists(@All List<CodeListSource> sources, ObjectMapper json) {
        this.sources = sources;
        this.common = VERSIONS.stream().map(version -> read(json, version)).toList();
    }

    private List<CodeList> lists() {
        var lists = known;
        if (lists == null) {
            lists = Stream.concat(sources.stream().flatMap(source -> source.lists().stream()), common.stream())
                    .toList();
            known = lists;
        }
        return lists;
    }

    /** Every list in its latest version, by name. */
    public List<CodeList> latest() {
        return lists().stream()
                .collect(Collectors.toMap(CodeList::name, list -> list, CodeLists::newer))
                .values()
                .stream()
                .sorted(Comparator.comparing(CodeList::name))
                .toList();
    }

    /** One list, in the version asked for or the latest. */
    public Optional<CodeList> find(String name, @Nullable Integer version) {
        return lists().stream()
                .filter(list -> list.name().equals(name) && (version == null || list.version() == version))
                .max(Comparator.comparingInt(CodeList::version));
    }

    /**
     * The code that a code, an alias, or a name in any language stands for, in the list's latest version. Case, accents,
     * blanks and punctuation do not matter. A name that two codes share stands for neither.
     */
    public Optional<String> resolve(String list, String input) {
        var codes = codesByAnyName.computeIfAbsent(
                list, name -> find(name, null).map(CodeLists::index).orElse(Map.of()));
        return Optional.ofNullable(codes.get(key(input)));
    }

    private static CodeList newer(CodeList one, CodeList other) {
        return one.version() >= other.version() ? one : other;
    }

    private static Map<String, String> index(CodeList list) {
        var names = new HashMap<String, String>();
        var shared = new HashSet<String>();
        for (var entry : list.entries()) {
            for (var name : entry.names().values().values()) {
                var other = names.put(key(name), entry.code());
                if (other != null && !other.equals(entry.code())) {
                    shared.add(key(name));
                }
            }
        }
        shared.forEach(names::remove);
        list.entries().forEach(entry -> entry.aliases().forEach(alias -> names.put(key(alias), entry.code())));
        list.entries().forEach(entry -> names.put(key(entry.code()), entry.code()));
        return Map.copyOf(names);
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replace('ı', 'i')
                .toLowerCase(Locale.ROOT);
    }

    private static CodeList read(ObjectMapper json, String version) {
        try (var in = CodeLists.class.getResourceAsStream("/codelists/" + version + ".json")) {
            return json.readValue(Objects.requireNonNull(in, version), CodeList.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the code list cannot be read: " + version, e);
        }
    }
}

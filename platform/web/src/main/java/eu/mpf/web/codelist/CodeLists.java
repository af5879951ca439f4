package eu.mpf.web.codelist;

import static eu.mpf.web.adjustment.AdjustmentKind.CODE_LIST;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.adjustment.Adjustment;
import eu.mpf.web.adjustment.Adjustments;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The code lists: those of every service, each version a resource {@code codelists/<name>.<version>.json}, and the
 * service's own, and those that administrators have made of them. A version never changes once released: another code or
 * name is another version beside the one before.
 */
@ApplicationScoped
public class CodeLists {
    private static final List<String> VERSIONS = List.of(
            "countries.1",
            "currencies.1",
            "funds.1",
            "languages.1",
            "organisation-kinds.1",
            "regions.1",
            "sectors.1",
            "themes.1");

    /** Marks are none either: once taken apart, an accent is one. */
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    private final List<CodeListSource> sources;
    private final Adjustments adjustments;
    private final ObjectMapper json;
    private final List<CodeList> common;
    private volatile @Nullable List<CodeList> initial;
    private volatile @Nullable Known known;

    CodeLists(@All List<CodeListSource> sources, Adjustments adjustments, ObjectMapper json) {
        this.sources = sources;
        this.adjustments = adjustments;
        this.json = json;
        this.common = VERSIONS.stream().map(version -> read(json, version)).toList();
    }

    /** The lists as of one state of the adjustments, and the names in each, found when first asked for. */
    private record Known(long generation, List<CodeList> lists, Map<String, Map<String, String>> codesByAnyName) {}

    private Known known() {
        var generation = adjustments.generation();
        var before = known;
        if (before != null && before.generation() == generation) {
            return before;
        }
        var lists = Stream.concat(adjustments.of(CODE_LIST).stream().map(this::read), initial().stream())
                .toList();
        var now = new Known(generation, lists, new ConcurrentHashMap<>());
        known = now;
        return now;
    }

    /** Those that came with the service: they change with a release only. */
    private List<CodeList> initial() {
        var lists = initial;
        if (lists == null) {
            lists = Stream.concat(sources.stream().flatMap(source -> source.lists().stream()), common.stream())
                    .toList();
            initial = lists;
        }
        return lists;
    }

    private List<CodeList> lists() {
        return known().lists();
    }

    private CodeList read(Adjustment adjustment) {
        try {
            return json.treeToValue(adjustment.value(), CodeList.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored code list is one: " + adjustment.name(), e);
        }
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
        var codes = known().codesByAnyName()
                .computeIfAbsent(
                        list, name -> find(name, null).map(CodeLists::index).orElse(Map.of()));
        return Optional.ofNullable(codes.get(key(input)));
    }

    /** Whether all services work with this list, and not one alone. */
    public boolean isShared(String name) {
        return common.stream().anyMatch(list -> list.name().equals(name));
    }

    /** Whether a code is used no more: nothing new gets it. */
    public boolean isRetired(String list, String code) {
        return find(list, null).stream()
                .flatMap(found -> found.entries().stream())
                .anyMatch(entry -> entry.code().equals(code) && entry.retired());
    }

    /** Every name, alias and code of a list with the code it stands for; keys as {@link #key} makes them. */
    Map<String, String> names(String list) {
        return find(list, null).map(CodeLists::index).orElse(Map.of());
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

    /** What two spellings of one name have in common. */
    static String key(String name) {
        var letters = NO_LETTER_OR_DIGIT
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("");
        return letters.replace('ı', 'i').toLowerCase(Locale.ROOT);
    }

    private static CodeList read(ObjectMapper json, String version) {
        try (var in = CodeLists.class.getResourceAsStream("/codelists/" + version + ".json")) {
            return json.readValue(Objects.requireNonNull(in, version), CodeList.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the code list cannot be read: " + version, e);
        }
    }
}

package eu.mpf.system.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * All that everybody may read, in every form it is offered: each GET of the contracts that asks for no token, for lists and
 * for the first things in them.
 */
final class PublicPages {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final int FIRST = 5;
    private static final Set<String> NOT_READ = Set.of("text/event-stream");

    private final Platform platform;
    private final Path root;
    private int read;
    private int pdfs;

    /** @param root of the repository, where the contracts are */
    PublicPages(Platform platform, Path root) {
        this.platform = platform;
        this.root = root;
    }

    /** How many answers with something in them the last search has read. */
    int read() {
        return read;
    }

    /** How many of them were PDF. */
    int pdfs() {
        return pdfs;
    }

    /**
     * The addresses, with their form, at which the mark stands.
     *
     * @param further ids of things that may stand further behind in their lists
     */
    Set<String> find(Mark mark, String... further) throws IOException {
        read = 0;
        pdfs = 0;
        Set<String> found = new TreeSet<>();
        for (String service : List.of("projects", "events", "calls")) {
            JsonNode paths = new YAMLMapper()
                    .readTree(root.resolve(service + "-service/src/main/contracts/openapi.yaml")
                            .toFile())
                    .path("paths");
            for (var path : paths.properties()) {
                JsonNode get = path.getValue().path("get");
                if (isOpen(get)) {
                    for (String address : addresses(path.getKey(), List.of(further))) {
                        find(mark, address, get, found);
                    }
                }
            }
        }
        return found;
    }

    private void find(Mark mark, String address, JsonNode get, Set<String> found) throws IOException {
        Set<String> types = new TreeSet<>();
        get.path("responses").path("200").path("content").fieldNames().forEachRemaining(types::add);
        types.removeAll(NOT_READ);
        for (String type : types) {
            Answer answer = platform.anonymous().get(address, type);
            if (answer.status() == 200) {
                read++;
                if (type.equals("application/pdf")) {
                    pdfs++;
                }
                if (mark.isIn(answer.body())) {
                    found.add(address + " as " + type);
                }
            }
        }
    }

    private static boolean isOpen(JsonNode get) {
        for (JsonNode way : get.path("security")) {
            if (way.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<String> addresses(String template, List<String> further) {
        long parameters = PARAMETER.matcher(template).results().count();
        if (parameters == 0) {
            return List.of(template);
        }
        int end = template.indexOf('{');
        if (parameters > 1 || !template.substring(0, end).matches("/v1/[a-z-]+/")) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(further);
        Answer list = platform.anonymous().get(template.substring(0, end - 1) + "?pageSize=" + FIRST);
        if (list.status() == 200) {
            list.json().path("items").forEach(item -> ids.add(item.path("id").asText()));
        }
        return ids.stream()
                .filter(id -> !id.isEmpty())
                .map(id -> PARAMETER.matcher(template).replaceFirst(id))
                .toList();
    }
}

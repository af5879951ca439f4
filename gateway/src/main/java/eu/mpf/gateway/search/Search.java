package eu.mpf.gateway.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.ServiceClient;
import eu.mpf.gateway.route.Upstream;
import eu.mpf.web.language.Languages;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks all services at once, as the caller, and puts their answers into one list: the best of each type first. A service
 * that does not answer within its time is named, and the others' finds are still told.
 */
@ApplicationScoped
public class Search {

    private static final Logger LOG = Logger.getLogger(Search.class);

    /** What one service told of one type. */
    private record Answer(FoundType type, int status, JsonNode body) {}

    private final Map<String, Upstream> services;
    private final ServiceClient client;
    private final ObjectMapper json;
    private final Languages languages;

    Search(RouteTable routes, ServiceClient client, ObjectMapper json, Languages languages) {
        this.services = routes.services().stream()
                .collect(java.util.stream.Collectors.toMap(Upstream::name, service -> service));
        this.client = client;
        this.json = json;
        this.languages = languages;
    }

    /**
     * Looks for a text.
     *
     * @param types what to look for
     * @param pageToken of an earlier page of the same search
     * @param headers that speak for the caller towards the services
     */
    SearchPage find(
            String query,
            Collection<FoundType> types,
            int pageSize,
            @Nullable String pageToken,
            Map<String, String> headers) {
        Map<FoundType, String> tokens = pageToken == null ? Map.of() : SearchToken.read(pageToken);
        List<FoundType> asked = types.stream()
                .filter(type -> pageToken == null || tokens.containsKey(type))
                .toList();
        int share = Math.max(1, (pageSize + asked.size() - 1) / Math.max(1, asked.size()));
        List<CompletableFuture<Answer>> under = asked.stream()
                .map(type -> ask(type, query, share, tokens.get(type), headers))
                .toList();
        List<Answer> answers = under.stream().map(CompletableFuture::join).toList();
        if (answers.stream().anyMatch(answer -> answer.status() == 400 && pageToken != null)) {
            throw SearchToken.refusal();
        }
        return page(answers, query, pageToken == null);
    }

    private CompletableFuture<Answer> ask(
            FoundType type, String query, int size, @Nullable String token, Map<String, String> headers) {
        Upstream service = services.get(type.service());
        if (service == null) {
            return CompletableFuture.completedFuture(new Answer(type, 0, json.createObjectNode()));
        }
        String path = type.list() + "?q=" + encoded(query) + "&pageSize=" + size
                + (token == null ? "&count=true" : "&pageToken=" + encoded(token));
        return client.ask(service.at(path), headers)
                .thenApply(answer -> read(type, answer))
                .exceptionally(failure -> {
                    LOG.warnf("%s gave no answer to a search: %s", service.name(), failure);
                    return new Answer(type, 0, json.createObjectNode());
                });
    }

    private Answer read(FoundType type, HttpResponse<String> answer) {
        try {
            return new Answer(
                    type,
                    answer.statusCode(),
                    answer.statusCode() == 200 ? json.readTree(answer.body()) : json.createObjectNode());
        } catch (JsonProcessingException e) {
            throw new CompletionException(e);
        }
    }

    private SearchPage page(List<Answer> answers, String query, boolean first) {
        List<SearchPage.Missing> missing = new ArrayList<>();
        List<SearchPage.Facet> facets = new ArrayList<>();
        Map<FoundType, String> more = new EnumMap<>(FoundType.class);
        int longest = 0;
        for (Answer answer : answers) {
            if (answer.status() != 200) {
                missing.add(new SearchPage.Missing(answer.type(), answer.type().service()));
                continue;
            }
            JsonNode count = answer.body().path("count");
            if (count.isObject()) {
                facets.add(new SearchPage.Facet(
                        answer.type(),
                        count.path("count").asLong(),
                        count.path("type").asText("EXACT")));
            }
            String next = answer.body().path("nextPageToken").asText("");
            if (!next.isEmpty()) {
                more.put(answer.type(), next);
            }
            longest = Math.max(longest, answer.body().path("items").size());
        }
        List<SearchPage.Found> items = new ArrayList<>();
        for (int rank = 0; rank < longest; rank++) {
            for (Answer answer : answers) {
                JsonNode item = answer.body().path("items").path(rank);
                if (item.isObject()) {
                    items.add(found(answer.type(), item, query));
                }
            }
        }
        return new SearchPage(
                items,
                more.isEmpty() ? null : SearchToken.write(more),
                first ? facets : null,
                missing.isEmpty(),
                missing);
    }

    private SearchPage.Found found(FoundType type, JsonNode item, String query) {
        String id = item.path("id").asText();
        String key = item.path("code").asText(item.path("key").asText(null));
        return new SearchPage.Found(
                type,
                id,
                key,
                title(item.has("title") ? item.path("title") : item.path("name")),
                item.hasNonNull("snippet") ? item.path("snippet").asText() : Passages.passage(item, query),
                item.path("status").asText(null),
                type.href(id));
    }

    /** A text, or of one in several languages that which the caller prefers. */
    private String title(JsonNode value) {
        return value.isObject() && !value.isEmpty()
                ? languages.pick(json.convertValue(value, LocalizedText.class))
                : value.asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package eu.mpf.gateway.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.ServiceClient;
import eu.mpf.gateway.route.Upstream;
import eu.mpf.web.language.Languages;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
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
 * that does not answer within its time is named, the others' finds are still told, and the next page asks it again.
 */
@ApplicationScoped
public class Search {

    private static final Logger LOG = Logger.getLogger(Search.class);

    /**
     * What one service told of one type.
     *
     * @param token what it was asked for; {@link SearchToken#START} for its first page
     */
    private record Answer(FoundType type, String token, int status, JsonNode body) {
        boolean found() {
            return status == 200;
        }
    }

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
     * @throws ProblemException 400 if a service refuses the query or a page token, 503 if all that a later page is still
     *     about does not answer
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
                .map(type -> ask(type, query, share, tokens.getOrDefault(type, SearchToken.START), headers))
                .toList();
        List<Answer> answers = under.stream().map(CompletableFuture::join).toList();
        answers.stream().filter(answer -> answer.status() == 400).findFirst().ifPresent(Search::refuse);
        if (pageToken != null && !answers.isEmpty() && answers.stream().noneMatch(Answer::found)) {
            throw new ProblemException(
                    CommonProblem.UNAVAILABLE, "The rest cannot be searched at the moment. The page token stays good.");
        }
        return page(answers, query);
    }

    /** A token is refused as one; what a service has against the query, it says itself. */
    private static void refuse(Answer answer) {
        if (!answer.token().equals(SearchToken.START)) {
            throw SearchToken.refusal();
        }
        List<FieldError> errors = new ArrayList<>();
        answer.body()
                .path("errors")
                .forEach(error -> errors.add(new FieldError(
                        error.path("pointer").asText(),
                        error.path("code").asText(),
                        error.path("message").asText())));
        throw new ProblemException(
                CommonProblem.VALIDATION_FAILED,
                answer.body().path("detail").asText("The query cannot be searched for."),
                errors);
    }

    private CompletableFuture<Answer> ask(
            FoundType type, String query, int size, String token, Map<String, String> headers) {
        Answer none = new Answer(type, token, 0, json.createObjectNode());
        Upstream service = services.get(type.service());
        if (service == null) {
            return CompletableFuture.completedFuture(none);
        }
        String path = type.list() + "?q=" + encoded(query) + "&pageSize=" + size
                + (token.equals(SearchToken.START) ? "&count=true" : "&pageToken=" + encoded(token));
        return client.ask(service.at(path), headers)
                .thenApply(answer -> read(type, token, answer))
                .exceptionally(failure -> {
                    LOG.warnf("%s gave no answer to a search: %s", service.name(), failure);
                    return none;
                });
    }

    private Answer read(FoundType type, String token, HttpResponse<String> answer) {
        boolean told = answer.statusCode() == 200 || answer.statusCode() == 400;
        try {
            return new Answer(
                    type, token, answer.statusCode(), told ? json.readTree(answer.body()) : json.createObjectNode());
        } catch (JsonProcessingException e) {
            throw new CompletionException(e);
        }
    }

    private SearchPage page(List<Answer> answers, String query) {
        List<SearchPage.Missing> missing = new ArrayList<>();
        List<SearchPage.Facet> facets = new ArrayList<>();
        Map<FoundType, String> more = new EnumMap<>(FoundType.class);
        int longest = 0;
        for (Answer answer : answers) {
            if (!answer.found()) {
                more.put(answer.type(), answer.token());
                missing.add(new SearchPage.Missing(answer.type(), answer.type().service()));
                continue;
            }
            JsonNode count = answer.body().path("count");
            if (answer.token().equals(SearchToken.START) && count.isObject()) {
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
                facets.isEmpty() ? null : facets,
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

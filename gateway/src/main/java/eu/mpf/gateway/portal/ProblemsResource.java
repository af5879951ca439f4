package eu.mpf.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.gateway.problem.ProblemBody;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.ServiceClient;
import eu.mpf.gateway.route.Upstream;
import eu.mpf.web.language.Languages;
import eu.mpf.web.problem.ProblemCatalogue;
import eu.mpf.web.problem.ProblemTexts;
import eu.mpf.web.problem.ProblemType;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the {@code type} of every problem leads: the gateway's own and those of all services, as JSON or as a page. */
@Path("/problems")
@PermitAll
@RunOnVirtualThread
public class ProblemsResource {

    /** One kind of problem, as the services describe theirs. */
    public record Entry(String type, String code, int status, String title) {}

    /** All kinds, in one page. */
    public record Entries(List<Entry> items) {}

    private static final Logger LOG = Logger.getLogger(ProblemsResource.class);
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    private final ProblemCatalogue catalogue;
    private final ProblemBody body;
    private final RouteTable routes;
    private final ServiceClient client;
    private final ObjectMapper mapper;
    private final Languages languages;
    private final Template page;

    ProblemsResource(
            ProblemCatalogue catalogue,
            ProblemBody body,
            RouteTable routes,
            ServiceClient client,
            ObjectMapper mapper,
            Languages languages,
            @Location("problems.html") Template page) {
        this.catalogue = catalogue;
        this.body = body;
        this.routes = routes;
        this.client = client;
        this.mapper = mapper;
        this.languages = languages;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@Context Request request) {
        Locale language = languages.pick(ProblemTexts.LANGUAGES);
        Map<String, Entry> entries = new TreeMap<>();
        for (Upstream service : routes.services()) {
            for (JsonNode item : ask(service, "/problems", language).path("items")) {
                Entry entry = entry(item);
                entries.putIfAbsent(entry.code(), entry);
            }
        }
        for (ProblemType problem : catalogue.types()) {
            entries.putIfAbsent(problem.code(), entry(problem, language));
        }
        return answer(request, language, new Entries(List.copyOf(entries.values())), List.copyOf(entries.values()));
    }

    @GET
    @Operation(hidden = true)
    @Path("{code}")
    public Response one(@PathParam("code") String code, @Context Request request) {
        Locale language = languages.pick(ProblemTexts.LANGUAGES);
        Entry found = CODE.matcher(code).matches() ? find(code, language) : null;
        if (found == null) {
            throw new NotFoundException();
        }
        return answer(request, language, found, List.of(found));
    }

    private @Nullable Entry find(String code, Locale language) {
        for (ProblemType problem : catalogue.types()) {
            if (problem.code().equals(code)) {
                return entry(problem, language);
            }
        }
        for (Upstream service : routes.services()) {
            JsonNode item = ask(service, "/problems/" + code, language);
            if (item.hasNonNull("code")) {
                return entry(item);
            }
        }
        return null;
    }

    private JsonNode ask(Upstream service, String path, Locale language) {
        try {
            HttpResponse<String> answer =
                    client.fetch(service.at(path), MediaType.APPLICATION_JSON, language.getLanguage());
            return answer.statusCode() == 200 ? mapper.readTree(answer.body()) : JsonNodeFactory.instance.objectNode();
        } catch (IOException | IllegalArgumentException e) {
            LOG.debugf("%s gave no catalogue of problems: %s", service.name(), e);
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private Entry entry(ProblemType problem, Locale language) {
        return new Entry(body.type(problem), problem.code(), problem.status(), ProblemTexts.title(problem, language));
    }

    private static Entry entry(JsonNode item) {
        return new Entry(
                item.path("type").asText(),
                item.path("code").asText(),
                item.path("status").asInt(),
                item.path("title").asText());
    }

    private Response answer(Request request, Locale language, Object json, List<Entry> entries) {
        Variant variant = request.selectVariant(VARIANTS);
        boolean html = variant != null && variant.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
        return html
                ? Pages.translated(
                        page.data("entries", entries)
                                .data("language", language.getLanguage())
                                .render(),
                        language)
                : Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
                        .header("Vary", "Accept, Accept-Language")
                        .build();
    }
}

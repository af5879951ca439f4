package eu.mpf.system.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import eu.mpf.system.demo.BordersCall;
import eu.mpf.system.up.RunningLauncher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new user of the platform meets first, on the whole platform with its demo data. */
class PortalTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path PROGRAMS = ROOT.resolve("platform/system");
    private static final Path LOGS = Path.of("target/portal").toAbsolutePath();
    private static final Pattern COMMANDS =
            Pattern.compile("<pre [^>]*aria-label=\"([^\"]*)\"><code>(.*?)</code></pre>", Pattern.DOTALL);

    @TempDir
    static Path data;

    private static final int PORT = RunningLauncher.freePorts();
    private static final String URL = at(0);
    private static final Platform PLATFORM =
            new Platform(URI.create(URL), URI.create(at(7) + "/mpf/token"), "dev-secret", exchange -> {});
    private static RunningLauncher stack;

    @BeforeAll
    static void start() throws IOException {
        Tools.need(
                Stream.of("projects-service", "events-service", "calls-service", "gateway")
                        .allMatch(
                                name -> Files.exists(ROOT.resolve(name).resolve("target/quarkus-app/quarkus-run.jar"))),
                "the applications have not been packaged");
        stack = RunningLauncher.start(ROOT, data, PORT);
        stack.awaitReady();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (stack != null) {
            stack.stop();
        }
    }

    @Test
    void itIsReadWithoutMouseOrSightSignedInToAndTriedUnderAStrictPolicy() throws Exception {
        Tools.needBrowser();
        Tools.need("npm");
        program("accessibility/portal", Map.of(), URL);
    }

    @Test
    void theSynopsisReportIsReadWithoutSight() throws Exception {
        Tools.needBrowser();
        Tools.need("npm");
        Path synopsis = ROOT.resolve("events-service/target/synopsis/synopsis.html");
        Tools.need(Files.exists(synopsis), "the tests of events-service have left no synopsis report");
        program("accessibility/check", Map.of(), synopsis.toString());
    }

    @Test
    void twoLintersFindNoErrorInTheMergedDocument() throws Exception {
        Tools.need("npm", "curl");
        program("lint/check", Map.of("MPF_URL", URL));
    }

    @Test
    void clientsGeneratedFromItInThreeLanguagesCompileAndOneTellsTheStory() throws Exception {
        Tools.need("npm", "curl", "python3");
        Session officer = PLATFORM.as("programme-officer");
        Answer call =
                officer.post("/v1/calls", BordersCall.draft("MPF-CLIENTS")).expect(201);
        officer.act("/v1/calls/" + call.id() + ":publish", call.etag(), null).expect(200);
        program(
                "clients/check",
                Map.of(
                        "MPF_URL",
                        URL,
                        "MPF_TOKEN",
                        PLATFORM.token("programme-officer"),
                        "MPF_TOKEN_APPLICANT",
                        PLATFORM.token("applicant-lv")));
    }

    @Test
    void theCommandsOnItsPageGetATokenAndAKeyAndUseThem() throws Exception {
        Tools.need("curl");
        Matcher commands = COMMANDS.matcher(html(URL + "/"));
        Map<String, String> proofs = Map.of(
                "Command that lists projects", "\"items\":[{",
                "Commands that get a token and use it", "\"programme-officer\"",
                "Commands that register a client, issue a key and use it", "\"items\":[{");
        int run = 0;
        while (commands.find()) {
            String script = commands.group(2)
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
            String printed = Tools.run(LOGS.resolve("commands-" + ++run + ".txt"), Map.of(), "sh", "-euc", script);
            assertThat(proofs).containsKey(commands.group(1));
            assertThat(printed).as(commands.group(1)).contains(proofs.get(commands.group(1)));
        }
        assertThat(run).isEqualTo(proofs.size());
    }

    @Test
    void whateverIsRefusedLeadsToAPageThatExplainsIt() throws Exception {
        Session stranger = PLATFORM.anonymous();
        Session officer = PLATFORM.as("programme-officer");
        JsonNode empty = Session.object(body -> {});
        List<Answer> refusals = List.of(
                stranger.get("/nowhere").expect(404),
                stranger.get("/v1/me").expect(401),
                stranger.get("/v1/projects/..%2fq").expect(400),
                stranger.get("/v1/projects?pageSize=0").expect(400),
                stranger.get("/v1/events/none-of-them").expect(400, 404),
                stranger.get("/v1/projects", "image/png").expect(406),
                officer.get("/v1/api-clients").expect(403),
                officer.post("/v1/calls", empty).expect(400),
                officer.post("/openapi", empty).expect(405));
        for (Answer refusal : refusals) {
            JsonNode problem = refusal.json();
            assertThat(html(problem.path("type").asText()))
                    .as(refusal.request())
                    .contains("<code>" + problem.path("code").asText() + "</code>");
        }
    }

    /** The catalogues hold all that the code can tell; each service's own tests see to that. */
    @Test
    void everyProblemOfEveryCatalogueHasItsPage() throws Exception {
        for (String catalogue : List.of(URL, at(1), at(2), at(3))) {
            JsonNode items = Session.json(text(catalogue + "/problems", "application/json"))
                    .path("items");
            assertThat(items).as(catalogue).hasSizeGreaterThan(20);
            for (JsonNode problem : items) {
                assertThat(html(problem.path("type").asText()))
                        .contains("<code>" + problem.path("code").asText() + "</code>");
            }
        }
    }

    /** @param part how many ports after the gateway's */
    private static String at(int part) {
        return "http://127.0.0.1:" + (PORT + part);
    }

    private static void program(String name, Map<String, String> environment, String... arguments) throws Exception {
        String[] command = Stream.concat(Stream.of(PROGRAMS.resolve(name).toString()), Stream.of(arguments))
                .toArray(String[]::new);
        System.out.println(Tools.run(LOGS.resolve(name.replace('/', '-') + ".txt"), environment, command));
    }

    private static String html(String address) throws Exception {
        return text(address, "text/html");
    }

    private static String text(String address, String mediaType) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", mediaType)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(address)
                    .startsWith(mediaType);
            return answer.body();
        }
    }
}

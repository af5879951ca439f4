package eu.mpf.web.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.mpf.web.link.CheckedLink.LinkState;
import eu.mpf.web.net.PublicAddresses;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X23")
class LinkCheckerTest {
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger within = new AtomicInteger();
    private final CyclicBarrier pair = new CyclicBarrier(2);
    private final Vertx vertx = Vertx.vertx();
    private HttpServer site;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        site.createContext("/", this::answer);
        site.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        site.stop(0);
        vertx.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/there" -> exchange.sendResponseHeaders(200, -1);
                case "/moved" -> redirect(exchange, "/there");
                case "/circle" -> redirect(exchange, "/circle");
                case "/no-robots" -> exchange.sendResponseHeaders(403, -1);
                case "/broken" -> exchange.sendResponseHeaders(500, -1);
                case "/only-get" ->
                    exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 200 : 405, -1);
                case "/endless" -> endless(exchange);
                case "/silent" -> await();
                case "/crowded" -> crowded(exchange);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(301, -1);
    }

    /** Refuses HEAD and then writes until nobody listens. */
    private void endless(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(405, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        byte[] more = new byte[1 << 16];
        while (over.getCount() > 0) {
            exchange.getResponseBody().write(more);
        }
    }

    /** Answers two at a time, and sees how many are there. */
    private void crowded(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(within.incrementAndGet(), Math::max);
        try {
            pair.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
        }
        within.decrementAndGet();
        exchange.sendResponseHeaders(200, -1);
    }

    private void await() {
        try {
            over.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void itFollowsAndTellsWhatItFound() {
        LinkChecker checker = checker(Map.of());
        assertThat(state(checker, page("/there"))).isEqualTo(LinkState.SOUND);
        assertThat(state(checker, page("/moved"))).isEqualTo(LinkState.SOUND);
        assertThat(state(checker, page("/only-get"))).isEqualTo(LinkState.SOUND);
        assertThat(state(checker, page("/gone"))).isEqualTo(LinkState.DEAD);
        assertThat(state(checker, page("/circle"))).isEqualTo(LinkState.DEAD);
        assertThat(state(checker, page("/no-robots"))).isEqualTo(LinkState.SOUND);
        assertThat(state(checker, page("/broken"))).isEqualTo(LinkState.UNREACHABLE);
        assertThat(state(checker, "")).isEqualTo(LinkState.NO_TARGET);
        assertThat(state(checker, "#")).isEqualTo(LinkState.NO_TARGET);
        assertThat(state(checker, "http://127.0.0.1:1/")).isEqualTo(LinkState.UNREACHABLE);
    }

    @Test
    void aSiteThatDoesNotAnswerOrNeverEndsHoldsNobodyUp() {
        LinkChecker checker = checker(Map.of("mpf.links.timeout", "PT1S"));
        assertThat(state(checker, page("/silent"))).isEqualTo(LinkState.UNREACHABLE);
        assertThat(state(checker, page("/endless"))).isEqualTo(LinkState.SOUND);
    }

    /** An answer may have come and ended before the thread that asked goes on. */
    @Test
    void whatIsSoundIsFoundSoundHoweverOftenAndHoweverBusyTheMachine() {
        LinkChecker checker = checker(Map.of());
        AtomicBoolean busy = new AtomicBoolean(true);
        try (var others = Executors.newCachedThreadPool()) {
            IntStream.range(0, 2 * Runtime.getRuntime().availableProcessors())
                    .forEach(i -> others.submit(() -> {
                        while (busy.get()) {
                            Thread.onSpinWait();
                        }
                    }));
            try {
                for (int i = 0; i < 300; i++) {
                    assertThat(state(checker, page("/there"))).isEqualTo(LinkState.SOUND);
                }
            } finally {
                busy.set(false);
            }
        }
    }

    @Test
    void allLinksTogetherHaveOneTime() {
        LinkChecker checker =
                checker(Map.of("mpf.links.timeout", "PT1M", "mpf.links.together", "PT0.3S", "mpf.links.parallel", "1"));
        long begun = System.nanoTime();
        CheckedLinks checked = checker.check(
                IntStream.range(0, 5).mapToObj(i -> link(page("/silent?" + i))).toList());
        assertThat(checked.all()).extracting(CheckedLink::state).containsOnly(LinkState.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aTargetIsAskedOnceAndNotTooManyAtATime() {
        LinkChecker checker = checker(Map.of("mpf.links.parallel", "2"));
        checker.check(IntStream.range(0, 20).mapToObj(i -> link(page("/there"))).toList());
        assertThat(requests).hasValue(1);
        assertThat(checker.check(IntStream.range(0, 40)
                                .mapToObj(i -> link(page("/crowded?" + i)))
                                .toList())
                        .sound())
                .isTrue();
        assertThat(mostAtOnce.get()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/x",
                "javascript:alert(1)",
                "mailto:a@example.org",
                "report.pdf",
                "file:///etc/passwd",
                "http://user:word@example.org/"
            })
    void onlyWebAddressesAreFollowed(String target) {
        assertThat(state(checker(Map.of()), target)).isEqualTo(LinkState.NOT_A_WEB_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://10.0.0.1/",
                "http://169.254.169.254/latest",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[fd00::1]/",
                "http://100.64.0.1/",
                "http://198.18.0.1/",
                "http://192.0.0.192/",
                "http://0.0.0.0/",
                "http://2130706433/"
            })
    void privateAddressesAreRefused(String target) {
        assertThat(state(checker(Map.of("mpf.links.private-addresses", "false")), target))
                .isIn(LinkState.PRIVATE_ADDRESS, LinkState.NOT_A_WEB_ADDRESS);
    }

    @Test
    void theAddressThatWasJudgedIsTheOneThatIsCalled() {
        var asked = new AtomicInteger();
        InetAddress here = site.getAddress().getAddress();
        // A name server that gives another answer to every question but the first.
        LinkChecker checker = new LinkChecker(config(Map.of()), vertx, host -> {
            if (asked.incrementAndGet() > 1) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {here};
        });
        String page =
                "http://site.example:%d/only-get".formatted(site.getAddress().getPort());
        assertThat(state(checker, page)).isEqualTo(LinkState.SOUND);
        assertThat(asked).hasValue(1);
    }

    @Test
    void onePrivateAddressOfAHostIsEnoughToRefuseIt() {
        LinkChecker checker = new LinkChecker(config(Map.of("mpf.links.private-addresses", "false")), vertx, host ->
                new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")});
        assertThat(state(checker, "http://site.example/")).isEqualTo(LinkState.PRIVATE_ADDRESS);
    }

    @Test
    void publicAddressesAreCalled() throws Exception {
        assertThat(PublicAddresses.contain(InetAddress.getByName("93.184.216.34")))
                .isTrue();
        assertThat(PublicAddresses.contain(InetAddress.getByName("2606:2800:220:1::1")))
                .isTrue();
    }

    @Test
    void theProblemNamesThePlaceAndTheRule() {
        FoundLinks found = new FoundLinks()
                .address("/guidelines/url", "Guidelines", page("/gone"))
                .address("/nothing", "Nothing", null)
                .text("/answer", "Answer", "See [the page]() and %s.".formatted(page("/there")))
                .text("/summary", "Summary", LocalizedText.of("en", "Read http://127.0.0.1:1/x, please."));
        CheckedLinks checked = checker(Map.of()).check(found.list());
        assertThatThrownBy(checked::requireSound)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::pointer, FieldError::code)
                                .containsExactly(
                                        tuple("/guidelines/url", "dead"),
                                        tuple("/answer", "no-target"),
                                        tuple("/summary/en", "unreachable")));
    }

    @Test
    void aChangeAnswersForWhatItBrings() {
        FoundLinks before = new FoundLinks().text("/summary", "Summary", "Old: https://a.example/x.");
        FoundLinks after = new FoundLinks()
                .text("/summary", "Summary", "Old: https://a.example/x. New: https://b.example/y?z=1#t");
        assertThat(after.beyond(before)).extracting(FoundLink::target).containsExactly("https://b.example/y?z=1#t");
    }

    private String page(String path) {
        return "http://127.0.0.1:%d%s".formatted(site.getAddress().getPort(), path);
    }

    private static FoundLink link(String target) {
        return new FoundLink("/x", "here", "text", target);
    }

    private static LinkState state(LinkChecker checker, String target) {
        return checker.check(List.of(link(target))).all().getFirst().state();
    }

    private LinkChecker checker(Map<String, String> settings) {
        return new LinkChecker(config(settings), vertx);
    }

    private static LinksConfig config(Map<String, String> settings) {
        Map<String, String> values = new HashMap<>(Map.of("mpf.links.private-addresses", "true"));
        values.putAll(settings);
        return new SmallRyeConfigBuilder()
                .withMapping(LinksConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(LinksConfig.class);
    }
}

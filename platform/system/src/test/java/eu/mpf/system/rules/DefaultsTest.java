package eu.mpf.system.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Settings of the framework that are safe only because they are not what it would choose, as each application has them when
 * it is packaged: the platform's defaults below its own file, and nothing in the deployment that takes them back.
 */
@Tag("E-31")
class DefaultsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path PLATFORM =
            ROOT.resolve("platform/web/src/main/resources/META-INF/microprofile-config.properties");

    /** What a value must be, and why. */
    private record Rule(String why, Predicate<String> holds) {}

    /** What a deployment answers with a setting of its own, safe unless somebody says otherwise. */
    private static final Set<String> ASKED =
            Set.of("quarkus.http.host", "mpf.web.development", "mpf.rehearsal.enabled", "mpf.file.unscanned");

    private static final Map<String, Rule> RULES = new LinkedHashMap<>();

    static {
        rule("quarkus.security.jaxrs.deny-unannotated-endpoints", "a method without a rule is closed", "true"::equals);
        rule("quarkus.http.host", "nothing listens to the network until somebody says so", "127.0.0.1"::equals);
        rule("quarkus.http.limits.max-connections", "connections are bounded", value -> Integer.parseInt(value) > 0);
        rule("quarkus.http.limits.max-body-size", "bodies are bounded", value -> value.matches("\\d+[KM]"));
        rule("quarkus.http.limits.max-header-size", "heads are bounded", value -> value.matches("\\d+K"));
        rule("quarkus.http.idle-timeout", "silent connections are let go", atMost(Duration.ofSeconds(60)));
        rule("quarkus.http.read-timeout", "slow bodies do not hold a thread", atMost(Duration.ofSeconds(10)));
        rule("quarkus.flyway.clean-disabled", "nobody empties a database by mistake", "true"::equals);
        rule("quarkus.jackson.fail-on-unknown-properties", "nothing is assigned by accident", "true"::equals);
        rule(
                "quarkus.datasource.jdbc.additional-jdbc-properties.logServerErrorDetail",
                "rows stay out of logs",
                "false"::equals);
        rule("mpf.web.development", "secrets of development do not start a production", "false"::equals);
        rule("mpf.rehearsal.enabled", "the time of a production cannot be moved", "false"::equals);
        rule("mpf.file.unscanned", "uploaded files do not go out unscanned unnoticed", "false"::equals);
    }

    private static void rule(String key, String why, Predicate<String> holds) {
        RULES.put(key, new Rule(why, holds));
    }

    private static Predicate<String> atMost(Duration limit) {
        return value -> DurationConverter.parseDuration(value).compareTo(limit) <= 0;
    }

    /** As the application sees it in production, without an environment. */
    private static SmallRyeConfig effective(String module) throws IOException {
        return new SmallRyeConfigBuilder()
                .withProfile("prod")
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(url(PLATFORM), 100),
                        new PropertiesConfigSource(
                                url(ROOT.resolve(module).resolve("src/main/resources/application.properties")), 250))
                .build();
    }

    private static URL url(Path file) throws IOException {
        return file.toAbsolutePath().normalize().toUri().toURL();
    }

    private static List<String> faults(SmallRyeConfig config) {
        List<String> faults = new ArrayList<>();
        RULES.forEach((key, rule) -> {
            String value = config.getOptionalValue(key, String.class).orElse("");
            if (value.isEmpty() || !rule.holds().test(value)) {
                faults.add("%s is '%s' (%s)".formatted(key, value, rule.why()));
            }
        });
        for (String key : List.of("proxy-address-forwarding", "allow-forwarded", "allow-x-forwarded")) {
            boolean believed = config.getOptionalValue("quarkus.http.proxy." + key, Boolean.class)
                    .orElse(false);
            if (believed
                    && config.getOptionalValue("quarkus.http.proxy.trusted-proxies", String.class)
                            .isEmpty()) {
                faults.add("quarkus.http.proxy." + key + ": everybody is believed about where a request came from");
            }
        }
        if (!stopsInOrder(config)) {
            faults.add("a stop waits neither for requests (quarkus.shutdown.timeout) nor for a drain of its own");
        }
        return faults;
    }

    /** The gateway drains its public port itself, in the delay before the rest stops. */
    private static boolean stopsInOrder(SmallRyeConfig config) {
        return config.getOptionalValue("quarkus.shutdown.timeout", String.class)
                .filter(value -> !value.isEmpty())
                .map(DurationConverter::parseDuration)
                .map(Duration.ofSeconds(20)::equals)
                .orElseGet(() -> config.getOptionalValue("quarkus.shutdown.delay-enabled", Boolean.class)
                        .orElse(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects-service", "events-service", "calls-service", "gateway"})
    void everyApplicationHasTheSafeValues(String module) throws IOException {
        assertThat(faults(effective(module))).isEmpty();
    }

    @Test
    void whatIsNotSetIsAFault() {
        SmallRyeConfig framework = new SmallRyeConfigBuilder().build();
        assertThat(faults(framework)).hasSize(RULES.size() + 1);
        SmallRyeConfig trusting = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of("quarkus.http.proxy.proxy-address-forwarding", "true"), "test", 100))
                .build();
        assertThat(faults(trusting)).anyMatch(fault -> fault.contains("everybody is believed"));
    }

    /** Containers open their port, as the network around them is their own; everything else stays. */
    @Test
    void noDeploymentTakesThemBack() throws IOException {
        for (Path file : deployments()) {
            String text = Files.readString(file);
            for (String key : RULES.keySet()) {
                String variable = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
                if (!ASKED.contains(key)) {
                    assertThat(text).as(file + " sets " + key).doesNotContain(variable, key + "=");
                }
            }
        }
    }

    private static List<Path> deployments() throws IOException {
        try (Stream<Path> charts = Files.walk(ROOT.resolve("deploy"))) {
            List<Path> files = new ArrayList<>(charts.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(ya?ml|properties|env)"))
                    .toList());
            files.add(ROOT.resolve("docker-compose.yml"));
            assertThat(files).hasSizeGreaterThan(2);
            return files;
        }
    }

    /** Figures and health of the services are for operators: the front door has no way there. */
    @Test
    void nothingBelowTheOperatorsPathIsRouted() throws IOException {
        SmallRyeConfig gateway = effective("gateway");
        List<String> prefixes = new ArrayList<>();
        for (String name : gateway.getPropertyNames()) {
            if (name.startsWith("mpf.gateway.routes.")) {
                prefixes.addAll(List.of(gateway.getValue(name, String.class).split(",")));
            }
        }
        assertThat(prefixes).hasSizeGreaterThan(20).allMatch(prefix -> prefix.startsWith("/v1/"));
    }
}

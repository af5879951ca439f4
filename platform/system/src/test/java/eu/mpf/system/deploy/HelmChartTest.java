package eu.mpf.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The chart, rendered by Helm itself. Its native library is taken for one kind of machine only. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class HelmChartTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path CHART = ROOT.resolve("deploy/helm/mpf");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> APPLICATIONS =
            List.of("calls-service", "events-service", "gateway", "projects-service");

    @Test
    void rendersAllPartsWithBothOperatorsAndMonitoring() throws IOException {
        assertThat(new Helm(CHART).lint().quiet().call().getMessages()).isEmpty();
        assertThat(everything().map(part -> part.path("kind").asText()))
                .contains("Ingress", "PodMonitor", "PrometheusRule", "ConfigMap", "Cluster", "Kafka", "KafkaNodePool");
        for (String kind :
                List.of("Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy")) {
            assertThat(everything().filter(part -> isA(kind, part)).map(HelmChartTest::name))
                    .as(kind)
                    .containsExactlyInAnyOrderElementsOf(APPLICATIONS);
        }
        assertThat(everything().filter(part -> isA("Database", part)).map(HelmChartTest::name))
                .containsExactlyInAnyOrder("mpf-events", "mpf-calls", "mpf-gateway");
    }

    /** Options of the command line would win over those of the environment. */
    @Test
    void theHeapIsTheOneOfTheChart() throws IOException {
        for (String application : APPLICATIONS) {
            assertThat(Files.readAllLines(ROOT.resolve(application + "/src/main/docker/Dockerfile")))
                    .anyMatch(line -> line.startsWith("ENV JAVA_TOOL_OPTIONS=-Xmx"))
                    .noneMatch(line -> line.startsWith("ENTRYPOINT") && line.contains("-Xm"));
        }
        assertThat(Files.readString(ROOT.resolve("deploy/jvm.options"))).doesNotContain("-Xm", "RAMPercentage");
        assertThat(deployments())
                .allSatisfy(deployment -> assertThat(variables(deployment))
                        .anyMatch(variable -> variable.path("name").asText().equals("JAVA_TOOL_OPTIONS")
                                && variable.path("value").asText().matches("-Xmx\\d+m")));
    }

    @Test
    void everyContainerIsLockedDownProbedAndLimited() throws IOException {
        assertThat(deployments()).hasSize(4).allSatisfy(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            JsonNode container = pod.at("/containers/0");
            JsonNode security = container.path("securityContext");
            assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.path(probe).path("httpGet").path("path").asText())
                        .as(probe)
                        .startsWith("/q/health/");
            }
        });
    }

    @Test
    void whatTheComposeFileSetsTheChartSetsToo() throws IOException {
        JsonNode compose = YAML.readTree(ROOT.resolve("docker-compose.yml").toFile());
        for (JsonNode deployment : deployments().toList()) {
            JsonNode environment =
                    compose.path("services").path(name(deployment)).path("environment");
            Set<String> wanted = new TreeSet<>();
            environment.fieldNames().forEachRemaining(wanted::add);
            // the reader gives a merge key as the anchor's name
            compose.path("x-" + environment.path("<<").asText()).fieldNames().forEachRemaining(wanted::add);
            // "<<" is YAML's; the others are for a machine of one developer
            wanted.removeIf(key ->
                    key.equals("<<") || key.endsWith("_DEVELOPMENT") || key.startsWith("MPF_GATEWAY_RATE_LIMITS_"));
            assertThat(wanted).contains("QUARKUS_DATASOURCE_PASSWORD", "MPF_WEB_AUDIT_KEY");
            assertThat(variables(deployment).map(HelmChartTest::variable))
                    .as(name(deployment))
                    .containsAll(wanted);
        }
    }

    @Test
    void theGatewayBelievesTheProxiesThatAreNamedAndNobodyElse(@TempDir Path folder) throws IOException {
        assertThat(trustedProxies(everything())).isEmpty();
        Path values = Files.writeString(
                folder.resolve("values.yaml"), "gateway: {trustedProxies: [10.244.0.0/16, 192.0.2.7]}\n");
        assertThat(trustedProxies(parts(chart().set("kafka.cluster.create", true)
                        .set("database.cluster.create", true)
                        .withValuesFile(values))))
                .isEqualTo("10.244.0.0/16,192.0.2.7");
    }

    private static String trustedProxies(Stream<JsonNode> parts) {
        return parts.filter(part -> isA("Deployment", part) && name(part).equals("gateway"))
                .flatMap(HelmChartTest::variables)
                .filter(variable -> variable(variable).equals("MPF_GATEWAY_TRUSTED_PROXIES"))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void secretsComeFromSecretsOnly() throws IOException {
        assertThat(deployments().flatMap(HelmChartTest::variables))
                .filteredOn(variable -> variable(variable).matches(".*(PASSWORD|SECRET|_KEY|_KEYS_.*)"))
                .isNotEmpty()
                .allSatisfy(variable -> {
                    assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
                            .isNotEmpty();
                    assertThat(variable.has("value")).isFalse();
                });
    }

    @Test
    void refusesToRenderWithoutAnAddressOfTheDatabase() {
        assertThatThrownBy(() ->
                        chart().set("kafka.bootstrapServers", "kafka:9092").call())
                .hasMessageContaining("database.host is needed");
    }

    private static TemplateCommand chart() {
        return new Helm(CHART).template().withName("mpf").withNamespace("mpf");
    }

    private static Stream<JsonNode> everything() throws IOException {
        return parts(chart().set("kafka.cluster.create", true)
                .set("database.cluster.create", true)
                .set("monitoring.enabled", true));
    }

    private static Stream<JsonNode> parts(TemplateCommand rendering) throws IOException {
        try (var parts = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendering.call())) {
            return parts.readAll().stream().filter(part -> part.has("kind"));
        }
    }

    private static Stream<JsonNode> deployments() throws IOException {
        return everything().filter(part -> isA("Deployment", part));
    }

    private static boolean isA(String kind, JsonNode part) {
        return part.path("kind").asText().equals(kind);
    }

    private static String name(JsonNode part) {
        return part.at("/metadata/name").asText();
    }

    private static Stream<JsonNode> variables(JsonNode deployment) {
        return StreamSupport.stream(
                deployment.at("/spec/template/spec/containers/0/env").spliterator(), false);
    }

    private static String variable(JsonNode variable) {
        return variable.path("name").asText();
    }
}

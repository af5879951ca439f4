package eu.mpf.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import eu.mpf.embedded.Identity;
import eu.mpf.embedded.IdentityProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The realm of the containers agrees with what the compose file tells the gateway, and with the local stack's identities. */
@Tag("X17")
class RealmTest {

    private static final Path ROOT = Path.of("../..");
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode realm;
    private JsonNode gateway;
    private JsonNode all;

    @BeforeEach
    void read() throws IOException {
        realm = JSON.readTree(ROOT.resolve("deploy/identity/mpf-realm.json").toFile());
        JsonNode compose = new ObjectMapper(new YAMLFactory())
                .readTree(ROOT.resolve("docker-compose.yml").toFile());
        gateway = compose.at("/services/gateway/environment");
        all = compose.path("x-identity");
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> texts(JsonNode list) {
        return each(list).map(JsonNode::asText).toList();
    }

    private JsonNode portal() {
        String client = gateway.path("MPF_IDENTITY_PORTAL_CLIENT").asText();
        assertThat(client).isEqualTo(IdentityProvider.PORTAL);
        assertThat(each(realm.path("clients"))
                        .filter(each -> each.path("publicClient").asBoolean())
                        .map(each -> each.path("clientId").asText()))
                .as("the one client without a secret")
                .containsExactly(client);
        return each(realm.path("clients"))
                .filter(each -> each.path("clientId").asText().equals(client))
                .findAny()
                .orElseThrow();
    }

    /** Settings of the mapper that makes a claim; empty if none does. */
    private static JsonNode mapper(JsonNode client, String name) {
        return each(client.path("protocolMappers"))
                .filter(each -> each.path("name").asText().equals(name))
                .map(each -> each.path("config"))
                .findAny()
                .orElseGet(JSON::createObjectNode);
    }

    @Test
    void theIssuerIsThisRealm() {
        assertThat(all.path("MPF_IDENTITY_ISSUER").asText())
                .endsWith("/realms/" + realm.path("realm").asText());
    }

    @Test
    void peopleSignInByTheCodeFlowWithPkceAndNoOther() {
        assertThat(portal().path("standardFlowEnabled").asBoolean()).isTrue();
        for (String other : List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled")) {
            assertThat(portal().path(other).asBoolean(true)).as(other).isFalse();
        }
        assertThat(portal().has("secret")).isFalse();
        assertThat(portal().path("attributes")
                        .path("pkce.code.challenge.method")
                        .asText())
                .isEqualTo("S256");
    }

    @Test
    void theyAreSentBackToThePortalAndNowhereElse() throws IOException {
        String address = all.path("MPF_PUBLIC_URL").asText();
        String page = "/portal/signed-in.html";
        assertThat(ROOT.resolve("gateway/src/main/resources/portal/docs.js"))
                .content()
                .contains("window.location.origin + \"" + page + "\"");
        assertThat(Files.exists(ROOT.resolve("gateway/src/main/resources/templates/signed-in.html")))
                .isTrue();
        String byName = address.replace("127.0.0.1", "localhost");
        assertThat(texts(portal().path("redirectUris"))).containsExactly(address + page, byName + page);
        assertThat(texts(portal().path("webOrigins"))).containsExactly(address, byName);
    }

    @Test
    void tokensOfAllClientsCarryTheAudienceAndTheTypeTheGatewayWants() {
        String audience = gateway.path("MPF_IDENTITY_AUDIENCE").asText("mpf");
        assertThat(each(realm.path("clients"))).allSatisfy(client -> {
            assertThat(mapper(client, "audience")
                            .path("included.custom.audience")
                            .asText())
                    .isEqualTo(audience);
            assertThat(mapper(client, "audience").path("access.token.claim").asText())
                    .isEqualTo("true");
            assertThat(client.path("attributes")
                            .path("access.token.header.type.rfc9068")
                            .asText())
                    .isEqualTo("true");
        });
    }

    @Test
    void whoSignsInIsNamedByTheClaimsOfTheDevelopmentClients() {
        var sources = new TreeMap<String, String>();
        for (String claim : List.of("sub", "email", "organisation")) {
            JsonNode mapper = mapper(portal(), claim);
            assertThat(mapper.path("access.token.claim").asText()).as(claim).isEqualTo("true");
            sources.put(
                    mapper.path("claim.name").asText(),
                    mapper.path("user.attribute").asText());
        }
        assertThat(sources).isEqualTo(Map.of("sub", "username", "email", "email", "organisation", "organisation"));
        JsonNode roles = mapper(portal(), "roles");
        assertThat(roles.path("claim.name").asText()).isEqualTo("roles");
        assertThat(roles.path("multivalued").asText()).isEqualTo("true");
        assertThat(roles.path("access.token.claim").asText()).isEqualTo("true");
        assertThat(mapper(portal(), "name").path("access.token.claim").asText()).isEqualTo("true");
    }

    @Test
    void everyIdentityOfTheLocalStackIsAPersonWithItsRoleAndOrganisation() {
        assertThat(each(realm.path("users")).map(RealmTest::person))
                .containsExactlyInAnyOrderElementsOf(Identity.all().stream()
                        .map(each -> new Person(
                                each.id(),
                                List.of(each.role()),
                                each.organisation().orElse("")))
                        .toList());
        assertThat(each(realm.at("/roles/realm")).map(each -> each.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        Identity.all().stream().map(Identity::role).distinct().toList());
    }

    @Test
    void aPersonIsTheSameAsTheClientOfThatName() {
        assertThat(each(realm.path("users"))).allSatisfy(user -> {
            JsonNode client = each(realm.path("clients"))
                    .filter(each -> each.path("clientId").equals(user.path("username")))
                    .findAny()
                    .orElseThrow();
            assertThat(mapper(client, "sub").path("claim.value")).isEqualTo(user.path("username"));
            assertThat(mapper(client, "email").path("claim.value")).isEqualTo(user.path("email"));
            assertThat(mapper(client, "name").path("claim.value").asText()).isEqualTo(name(user));
            assertThat(mapper(client, "roles").path("claim.value").asText())
                    .isEqualTo(user.path("realmRoles").toString());
            assertThat(user.at("/credentials/0/value")).isEqualTo(client.path("secret"));
        });
    }

    @Test
    void nobodyChoosesTheirOwnOrganisation() throws IOException {
        JsonNode profile = JSON.readTree(
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());
        assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
        assertThat(each(profile.path("attributes"))
                        .filter(each -> texts(each.at("/permissions/edit")).contains("user"))
                        .map(each -> each.path("name").asText()))
                .containsExactly("firstName", "lastName");
        assertThat(realm.path("registrationAllowed").asBoolean()).isFalse();
    }

    private record Person(String id, List<String> roles, String organisation) {}

    private static Person person(JsonNode user) {
        return new Person(
                user.path("username").asText(),
                texts(user.path("realmRoles")),
                user.at("/attributes/organisation/0").asText());
    }

    /** As the provider puts it together. */
    private static String name(JsonNode user) {
        return Stream.of("firstName", "lastName")
                .filter(user::has)
                .map(name -> user.path(name).asText())
                .collect(Collectors.joining(" "));
    }
}

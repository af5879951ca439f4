package eu.mpf.web.security;

import static eu.mpf.web.adjustment.AdjustmentKind.ORGANISATION_ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.adjustment.Adjustment;
import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.nio.charset.StandardCharsets;
import java.security.BasicPermission;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X17")
class OrganisationRolesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Adjustments adjustments = new Adjustments();
    private final OrganisationRoles roles = new OrganisationRoles(adjustments);
    private int version;

    private static final class Door extends BasicPermission {
        private static final long serialVersionUID = 1L;

        Door(String name) {
            super(name);
        }
    }

    private void set(String organisation, @Nullable String value) throws Exception {
        adjustments.learn(List.of(new Adjustment(
                ORGANISATION_ROLES,
                organisation,
                value == null ? null : JSON.readTree(value),
                ++version,
                Instant.EPOCH,
                "admin")));
    }

    private SecurityIdentity augmented(SecurityIdentity identity) {
        return roles.augment(identity, null).await().indefinitely();
    }

    private Set<String> rolesOf(String organisation, String... carried) {
        return augmented(TestToken.identity(Map.of("sub", "ana", "organisation", organisation), carried))
                .getRoles();
    }

    @Test
    void rolesAreGivenAndTakenAndTheRestStays() throws Exception {
        set("FR-MOI", "{\"granted\":[\"consultee\"],\"withdrawn\":[\"applicant\"]}");
        assertThat(rolesOf("FR-MOI", "applicant", "partner")).containsExactlyInAnyOrder("partner", "consultee");
    }

    @Test
    void whatIsSetForOneOrganisationIsNobodyElses() throws Exception {
        set("FR-MOI", "{\"granted\":[\"consultee\"]}");
        assertThat(rolesOf("LV-RS", "applicant")).containsExactly("applicant");
        var staff = TestToken.identity(Map.of("sub", "eva"), "auditor");
        assertThat(augmented(staff)).isSameAs(staff);
        var noToken = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("eva"))
                .addAttribute("organisation", "FR-MOI")
                .build();
        assertThat(augmented(noToken)).isSameAs(noToken);
    }

    @Test
    void nobodyBecomesStaffByWhatWasStored() throws Exception {
        set(
                "FR-MOI",
                "{\"granted\":[\"administrator\",\"programme-officer\",\"finance-officer\",\"event-manager\",\"auditor\","
                        + "\"data-protection-officer\",\"evaluator\",\"x\"],\"withdrawn\":[\"administrator\"]}");
        assertThat(rolesOf("FR-MOI", "administrator")).containsExactlyInAnyOrder("administrator", "evaluator");
    }

    @Test
    void whatWasSetBackLeavesTheTokenItsRoles() throws Exception {
        set("FR-MOI", "{\"granted\":[\"consultee\"],\"withdrawn\":[]}");
        set("FR-MOI", null);
        assertThat(rolesOf("FR-MOI", "applicant")).containsExactly("applicant");
        assertThat(OrganisationRoles.roles(
                        Set.of("applicant"), new Adjustment(ORGANISATION_ROLES, "a", null, 1, Instant.EPOCH, "admin")))
                .containsExactly("applicant");
    }

    @Test
    void withOtherRolesTheCallerIsStillTheSame() throws Exception {
        set("FR-MOI", "{\"granted\":[\"consultee\"]}");
        var before = QuarkusSecurityIdentity.builder(TestToken.identity(Map.of("sub", "ana", "organisation", "FR-MOI")))
                .addPermissionAsString("door")
                .addPermission(new Door("door"))
                .build();
        var after = augmented(before);
        assertThat(after).isNotSameAs(before);
        assertThat(after.getPrincipal()).isSameAs(before.getPrincipal());
        assertThat(after.getAttributes()).isEqualTo(before.getAttributes()).isNotEmpty();
        assertThat(after.getCredentials()).isEqualTo(before.getCredentials());
        assertThat(after.checkPermission(new Door("door")).await().indefinitely())
                .isTrue();
        assertThat(after.checkPermission(new Door("window")).await().indefinitely())
                .isFalse();
    }

    @Test
    void onlyRolesOfThoseOutsideMayBeSet() {
        assertThatCode(() -> RoleRules.check(List.of("applicant"), List.of("partner")))
                .doesNotThrowAnyException();
        assertThatCode(() -> RoleRules.check(List.of(), List.of("partner"))).doesNotThrowAnyException();
        refused(List.of("applicant", "administrator"), List.of(), "/granted/1 invalid");
        refused(List.of(), List.of("auditor"), "/withdrawn/0 invalid");
        refused(List.of(), List.of(), " empty");
        refused(List.of("partner"), List.of("applicant", "partner"), "/withdrawn contradiction");
    }

    private static void refused(List<String> granted, List<String> withdrawn, String... errors) {
        assertThatThrownBy(() -> RoleRules.check(granted, withdrawn))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors().stream().map(OrganisationRolesTest::text))
                                .containsExactly(errors));
    }

    private static String text(FieldError error) {
        return error.pointer() + " " + error.code();
    }

    private static String token(String header) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + ".e30.x";
    }

    private static SecurityIdentity checked(SecurityIdentity identity) {
        return new AllowedAlgorithms(JSON).augment(identity, null).await().indefinitely();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"RS256\"}", "{\"typ\":\"JWT\",\"alg\":\"ES256\"}"})
    void theTwoAlgorithmsOfTheIdentityProvidersAreTaken(String header) {
        var identity = TestToken.identity(Map.of("raw_token", token(header)));
        assertThat(checked(identity)).isSameAs(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"rs256\"}",
                "{\"alg\":null}",
                "{}",
                "7",
                "{"
            })
    void allOthersAreRefused(String header) {
        var identity = TestToken.identity(Map.of("raw_token", token(header)));
        assertThatThrownBy(() -> checked(identity)).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void whereThereIsNoTokenThereIsNoAlgorithm() {
        var withoutText = TestToken.identity(Map.of("sub", "ana"));
        assertThat(checked(withoutText)).isSameAs(withoutText);
        var withoutToken = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("eva"))
                .build();
        assertThat(checked(withoutToken)).isSameAs(withoutToken);
    }
}

package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.policy.auth.Caller;
import eu.mpf.gateway.policy.auth.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A credential does no more than its scopes say. */
@Tag("X16")
class ScopePolicyTest {

    private static Caller caller(boolean key, String scopes) {
        List<String> all = scopes.isEmpty() ? List.of() : List.of(scopes.split(" "));
        UUID client = key ? UUID.randomUUID() : null;
        return new Caller("somebody", null, Set.of(), null, all, Instant.MAX, client, null);
    }

    private static Rehearsal ask(String method, String path, Caller caller) {
        Rehearsal rehearsal = Rehearsal.of(method, path).routed();
        rehearsal.exchange().caller(caller);
        return rehearsal.through(new ScopePolicy());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, projects:read",
        "HEAD, projects:read",
        "GET, projects:write",
        "HEAD, projects:write",
        "POST, projects:write",
        "PUT, projects:write",
        "PATCH, projects:write",
        "DELETE, projects:write",
        "OPTIONS, projects:write",
        "POST, events:read projects:write",
    })
    void aKeyMayDoWhatItsScopesName(String method, String scopes) {
        assertThat(ask(method, "/v1/projects/1", caller(true, scopes)).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', projects:read",
        "GET, events:read events:write, projects:read",
        "GET, projectsx:read, projects:read",
        "GET, project:read, projects:read",
        "GET, other-pr:read, projects:read",
        "HEAD, projects, projects:read",
        "POST, projects:read, projects:write",
        "PUT, projects:read, projects:write",
        "PATCH, projects:read, projects:write",
        "DELETE, projects:read events:write, projects:write",
        "OPTIONS, projects:read, projects:write",
    })
    void aKeyMayDoNothingElseAndIsToldWhatItLacks(String method, String scopes, String needed) {
        Rehearsal refused = ask(method, "/v1/projects/1", caller(true, scopes));
        assertThat(refused.passed()).isFalse();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("insufficient-scope");
        assertThat(refused.detail()).contains(needed);
        assertThat(refused.answer("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"" + needed + "\"");
    }

    @ParameterizedTest
    @CsvSource({"openid profile", "''", ":read", "read", "other:scope"})
    void aTokenWithoutAnyOfThePlatformsScopesIsNotLimitedByThem(String scopes) {
        assertThat(ask("POST", "/v1/projects", caller(false, scopes)).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"events:read", "openid events:write", "calls:read calls:write"})
    void aTokenThatCarriesAnyOfThemIs(String scopes) {
        assertThat(ask("GET", "/v1/projects", caller(false, scopes)).status()).isEqualTo(403);
    }

    @Test
    void whoHasNoCredentialOrAsksForWhatNeedsNoScopeGoesOn() {
        assertThat(ask("POST", "/v1/projects", Caller.ANONYMOUS).passed()).isTrue();
        assertThat(ask("GET", "/v1/me", caller(true, "")).passed()).isTrue();
    }

    @Test
    void noScopeLetsAKeyIntoTheAdministration() {
        for (String scope : Scopes.GRANTABLE) {
            assertThat(ask("GET", "/v1/api-clients", caller(true, scope)).status())
                    .as(scope)
                    .isEqualTo(403);
        }
    }
}

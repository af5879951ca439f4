package eu.mpf.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X17")
class BearerTest {
    private final Bearer system = Bearer.SYSTEM;
    private final Bearer stranger = Bearer.STRANGER;
    private final Bearer ana = new Bearer(TestToken.identity(
            Map.of("sub", "ana", "organisation", "FR-MOI", "name", " ", "level", 3), "applicant", "partner"));

    @Test
    void whoeverHasATokenIsItsSubject() {
        assertThat(ana.subject()).isEqualTo("ana");
        assertThat(ana.isAnonymous()).isFalse();
        assertThat(ana.roles()).containsExactlyInAnyOrder("applicant", "partner");
    }

    @Test
    void whoeverHasNoneIsAStrangerWithoutRoles() {
        assertThat(stranger.subject()).isEqualTo("anonymous");
        assertThat(stranger.isAnonymous()).isTrue();
        assertThat(stranger.roles()).isEmpty();
        assertThat(stranger.claim("organisation")).isEmpty();
    }

    @Test
    void outsideARequestThePlatformActsItself() {
        assertThat(system.subject()).isEqualTo("system");
        assertThat(system.isAnonymous()).isFalse();
        assertThat(system.roles()).isEmpty();
        assertThat(system.claim("organisation")).isEmpty();
    }

    @Test
    void aClaimIsTheTokensAndABlankOneIsNone() {
        assertThat(ana.claim("organisation")).hasValue("FR-MOI");
        assertThat(ana.claim("level")).hasValue("3");
        assertThat(ana.claim("name")).isEmpty();
        assertThat(ana.claim("email")).isEmpty();
    }

    @Test
    void withoutATokenTheIdentitysOwnAttributesSpeak() {
        var known = new Bearer(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("bob"))
                .addAttribute("organisation", "LV-RS")
                .build());
        assertThat(known.subject()).isEqualTo("bob");
        assertThat(known.claim("organisation")).hasValue("LV-RS");
        assertThat(known.claim("email")).isEmpty();
    }
}

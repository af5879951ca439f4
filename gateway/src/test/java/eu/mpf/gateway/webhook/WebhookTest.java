package eu.mpf.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.gateway.partner.Owner;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a webhook is switched off and on, by whom. */
@Tag("X6")
class WebhookTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Instant CREATED = Instant.parse("2026-11-23T08:00:00Z");

    static Webhook webhook(List<String> types, Map<String, List<String>> filter) {
        return webhook(types, filter, WebhookStatus.ACTIVE, null);
    }

    private static Webhook webhook(
            List<String> types, Map<String, List<String>> filter, WebhookStatus status, DisabledReason reason) {
        return new Webhook(
                ID,
                Optional.of("LV-SBG"),
                "partner",
                List.of("partner", "administrator"),
                URI.create("https://partner.example/hook"),
                "first",
                "ops@partner.example",
                types,
                filter,
                status,
                reason == null ? null : reason.name(),
                3,
                CREATED);
    }

    private static Webhook disabled(DisabledReason reason) {
        return webhook(List.of("a.*"), Map.of(), WebhookStatus.DISABLED, reason);
    }

    @ParameterizedTest
    @EnumSource(DisabledReason.class)
    void anActiveOneIsSwitchedOffForAReasonAndOnlyThatChanges(DisabledReason reason) {
        Webhook active = webhook(List.of("a.*"), Map.of("x", List.of("y")));
        assertThat(active.disabled(reason))
                .isEqualTo(new Webhook(
                        ID,
                        active.organisation(),
                        active.owner(),
                        active.roles(),
                        active.url(),
                        active.description(),
                        active.contact(),
                        active.types(),
                        active.filter(),
                        WebhookStatus.DISABLED,
                        reason.name(),
                        4,
                        CREATED));
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, false, true",
        "OWNER, true, true",
        "GONE, false, true",
        "GONE, true, true",
        "FAILING, false, true",
        "FAILING, true, true",
        "ADMINISTRATOR, false, false",
        "ADMINISTRATOR, true, true",
        "GAP, false, true",
        "GAP, true, true",
    })
    void whatAnAdministratorHasDoneOnlyAnAdministratorUndoes(
            DisabledReason reason, boolean byAdministrator, boolean allowed) {
        Webhook off = disabled(reason);
        if (allowed) {
            Webhook on = off.enabled(byAdministrator);
            assertThat(on.status()).isEqualTo(WebhookStatus.ACTIVE);
            assertThat(on.disabledReason()).isNull();
            assertThat(on.version()).isEqualTo(4);
        } else {
            assertThatThrownBy(() -> off.enabled(byAdministrator))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.type()).isEqualTo(GatewayProblem.WEBHOOK_STATE))
                    .hasMessageContaining("administrator");
        }
    }

    @Test
    void whatIsOnIsNotSwitchedOnAndWhatIsOffIsNotSwitchedOff() {
        assertThatThrownBy(() -> webhook(List.of(), Map.of()).enabled(true))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The webhook is ACTIVE.");
        assertThatThrownBy(() -> disabled(DisabledReason.OWNER).disabled(DisabledReason.GONE))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The webhook is DISABLED.");
    }

    @Test
    void revisingItChangesWhatItsOwnerDecidesAndNothingElse() {
        WebhookDetails details = new WebhookDetails(
                URI.create("https://new.example/"),
                null,
                "new@partner.example",
                List.of("b"),
                Map.of("f", List.of("v")));
        Webhook off = disabled(DisabledReason.FAILING);
        Owner owner = new Owner("partner", Optional.of("LV-SBG"), List.of("partner"), false);
        assertThat(off.revised(details, owner))
                .isEqualTo(new Webhook(
                        ID,
                        off.organisation(),
                        "partner",
                        List.of("partner"),
                        details.url(),
                        null,
                        "new@partner.example",
                        List.of("b"),
                        Map.of("f", List.of("v")),
                        WebhookStatus.DISABLED,
                        DisabledReason.FAILING.name(),
                        4,
                        CREATED));
    }

    @Test
    void whoSetsItUpAnewGivesItTheirRolesIfTheyOwnItAndOtherwiseTakesThoseTheyLack() {
        Webhook webhook = webhook(List.of(), Map.of());
        Optional<String> organisation = Optional.of("LV-SBG");
        assertThat(webhook.rolesFrom(new Owner("partner", organisation, List.of("auditor"), false)))
                .containsExactly("auditor");
        assertThat(webhook.rolesFrom(new Owner("colleague", organisation, List.of("partner", "auditor"), false)))
                .containsExactly("partner");
        assertThat(webhook.rolesFrom(new Owner("administrator", Optional.empty(), List.of("administrator"), true)))
                .as("mending a partner's webhook does not make it an administrator's")
                .containsExactly("partner", "administrator");
    }

    @Test
    void anAttemptWithoutAFailureHasDelivered() {
        assertThat(new SendResult(204, 12, null).delivered()).isTrue();
        assertThat(new SendResult(500, 12, "answered 500").delivered()).isFalse();
    }
}

package eu.mpf.events.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.events.Refusals;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E15")
class MaterialTest {
    private static final UUID SESSION = UUID.randomUUID();
    private static final UUID FILE = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2030-06-30T07:00:00Z");

    private static MaterialDetails details(String title, PublicationConsent consent, @Nullable Instant embargo) {
        return new MaterialDetails(LocalizedText.of("en", title), MaterialKind.SLIDES, null, embargo, consent);
    }

    private static Material asked() {
        return new Material(SESSION, details("Slides", PublicationConsent.ASKED, null), FILE, NOW);
    }

    @Test
    void consentIsAskedGivenRefusedAndTakenBackAndNothingElse() {
        Map<PublicationConsent, Set<PublicationConsent>> moves = new HashMap<>();
        for (PublicationConsent consent : PublicationConsent.values()) {
            moves.put(consent, consent.next());
        }
        assertThat(moves)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        PublicationConsent.ASKED, Set.of(PublicationConsent.GIVEN, PublicationConsent.REFUSED),
                        PublicationConsent.GIVEN, Set.of(PublicationConsent.WITHDRAWN),
                        PublicationConsent.REFUSED, Set.of(PublicationConsent.GIVEN),
                        PublicationConsent.WITHDRAWN, Set.of(PublicationConsent.GIVEN)));
    }

    @Test
    void aNewOneIsOfItsSessionAndNobodyConsentedYet() {
        Material material = asked();
        assertThat(material.sessionId()).isEqualTo(SESSION);
        assertThat(material.fileId()).isEqualTo(FILE);
        assertThat(material.id()).isNotNull();
        assertThat(material.details()).isEqualTo(details("Slides", PublicationConsent.ASKED, null));
    }

    @Test
    void aNewOneMayBeKeptBackFromTheBeginning() {
        Material material = new Material(SESSION, details("Slides", PublicationConsent.GIVEN, NOW), FILE, NOW);
        assertThat(material.details()).isEqualTo(details("Slides", PublicationConsent.GIVEN, NOW));
    }

    @Test
    void aConsentThatCannotFollowLeavesTheMaterialAsItWas() {
        Material material = asked();
        assertThatThrownBy(() -> material.revise(details("Paper", PublicationConsent.WITHDRAWN, NOW), NOW))
                .satisfies(Refusals.STEP_NOT_POSSIBLE);
        assertThat(material.details()).isEqualTo(details("Slides", PublicationConsent.ASKED, null));
    }

    @Test
    void whatIsEditedChangesWithTheConsentOrWithout() {
        Material material = asked();
        material.revise(details("Paper", PublicationConsent.GIVEN, NOW), NOW);
        assertThat(material.details()).isEqualTo(details("Paper", PublicationConsent.GIVEN, NOW));
        material.revise(details("Paper II", PublicationConsent.GIVEN, null), NOW);
        assertThat(material.details()).isEqualTo(details("Paper II", PublicationConsent.GIVEN, null));
    }

    @Test
    void forAnotherFileConsentIsAskedAgain() {
        Material material = asked();
        material.revise(details("Slides", PublicationConsent.GIVEN, null), NOW);
        UUID other = UUID.randomUUID();
        material.replace(other);
        assertThat(material.fileId()).isEqualTo(other);
        assertThat(material.details().consent()).isEqualTo(PublicationConsent.ASKED);
    }
}

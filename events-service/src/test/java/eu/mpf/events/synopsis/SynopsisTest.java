package eu.mpf.events.synopsis;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.Refusals;
import eu.mpf.testkit.StateTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E16")
class SynopsisTest {
    private static final UUID EVENT = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2023-10-01T12:00:00Z");
    private static final SynopsisContent CONTENT = content("Exchange event");

    private static SynopsisContent content(String title) {
        return new SynopsisContent(title, null, null, List.of(), null, List.of(), List.of());
    }

    private static Synopsis edition() {
        return new Synopsis(EVENT, 2, "en", CONTENT, NOW);
    }

    private final StateTable<Synopsis, SynopsisStatus> table = new StateTable<>(
                    SynopsisTest::edition, SynopsisStatus.class, Synopsis::status, Refusals.STEP_NOT_POSSIBLE)
            .on("edit", synopsis -> synopsis.edit(CONTENT))
            .on("review", synopsis -> synopsis.review(NOW))
            .on("publish", synopsis -> synopsis.publish(NOW))
            .on("supersede", Synopsis::supersede);

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DRAFT edit", "DRAFT",
                        "DRAFT review", "REVIEWED",
                        "REVIEWED edit", "DRAFT",
                        "REVIEWED publish", "PUBLISHED",
                        "PUBLISHED supersede", "SUPERSEDED"));
    }

    @Test
    void aNewEditionIsADraft() {
        Synopsis synopsis = edition();
        assertThat(synopsis.status()).isEqualTo(SynopsisStatus.DRAFT);
        assertThat(synopsis.id()).isNotNull();
        assertThat(synopsis.eventId()).isEqualTo(EVENT);
        assertThat(synopsis.edition()).isEqualTo(2);
        assertThat(synopsis.language()).isEqualTo("en");
        assertThat(synopsis.content()).isEqualTo(CONTENT);
        assertThat(synopsis.createdAt()).isEqualTo(NOW);
        assertThat(synopsis.reviewedAt()).isNull();
        assertThat(synopsis.publishedAt()).isNull();
    }

    @Test
    void whoeverEditsWhatWasReviewedTakesItBackFromReview() {
        Synopsis synopsis = edition();
        synopsis.review(NOW);
        assertThat(synopsis.reviewedAt()).isEqualTo(NOW);
        synopsis.edit(content("Synopsis"));
        assertThat(synopsis.reviewedAt()).isNull();
        assertThat(synopsis.content()).isEqualTo(content("Synopsis"));
        synopsis.review(NOW.plusSeconds(60));
        synopsis.publish(NOW.plusSeconds(120));
        assertThat(synopsis.reviewedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(synopsis.publishedAt()).isEqualTo(NOW.plusSeconds(120));
    }
}

package eu.mpf.calls.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.Refusals;
import eu.mpf.calls.Rows;
import eu.mpf.calls.consultation.Consultation.Opinion;
import eu.mpf.testkit.StateTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C14")
class ConsultationTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID APPLICATION = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2030-07-01T12:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2030, 7, 15);
    private static final LocalDate AFTER = DUE.plusDays(1);

    private final StateTable<Consultation, ConsultationStatus> table = StateTable.derived(
                    ConsultationTest::in,
                    ConsultationStatus.class,
                    Consultation::status,
                    Refusals.of(CallsProblem.CONSULTATION_STATE))
            .on("advise", consultation -> consultation.advise(Opinion.POSITIVE, "Do it.", NOW, DUE))
            .on("cancel", consultation -> consultation.cancel(NOW));

    private static Consultation in(ConsultationStatus status) {
        Consultation consultation = asked();
        switch (status) {
            case ASKED -> {}
            case ADVISED -> consultation.advise(Opinion.NEUTRAL, "As you like.", NOW, DUE);
            case CANCELLED -> consultation.cancel(NOW);
        }
        return consultation;
    }

    private static Consultation asked() {
        return new Consultation(
                ID,
                APPLICATION,
                new Question(
                        "Delegation to Moldova",
                        Consultation.Kind.DELEGATION,
                        "consultee-1",
                        DUE,
                        "desk@example.org",
                        "fr",
                        null),
                "hash",
                2,
                NOW);
    }

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("ASKED advise", "ADVISED", "ASKED cancel", "CANCELLED"));
    }

    @Test
    void aNewOneIsAskedAndWaits() {
        Consultation consultation = asked();
        assertThat(consultation.status()).isEqualTo(ConsultationStatus.ASKED);
        assertThat(consultation.id()).isEqualTo(ID);
        assertThat(consultation.applicationId()).isEqualTo(APPLICATION);
        assertThat(consultation.body()).isEqualTo("Delegation to Moldova");
        assertThat(consultation.kind()).isEqualTo(Consultation.Kind.DELEGATION);
        assertThat(consultation.consultee()).isEqualTo("consultee-1");
        assertThat(consultation.dueOn()).isEqualTo(DUE);
        assertThat(consultation.round()).isEqualTo(2);
        assertThat(consultation.opinion()).isNull();
        assertThat(consultation.advice()).isNull();
        assertThat(consultation.advisedAt()).isNull();
        assertThat(consultation.remindedAt()).isNull();
        assertThat(Rows.read(consultation, "remindedAt", NOW).remindedAt()).isEqualTo(NOW);
        assertThat(Rows.read(consultation, "version", 7L).version()).isEqualTo(7);
    }

    @Test
    void adviceStandsAsItWasGiven() {
        Consultation consultation = asked();
        consultation.advise(Opinion.POSITIVE_WITH_CONDITIONS, "If visas are paid.", NOW, DUE);
        assertThatThrownBy(() -> consultation.advise(Opinion.NEGATIVE, "No.", NOW.plusSeconds(1), AFTER))
                .satisfies(Refusals.of(CallsProblem.CONSULTATION_STATE));
        assertThat(consultation.opinion()).isEqualTo(Opinion.POSITIVE_WITH_CONDITIONS);
        assertThat(consultation.advice()).isEqualTo("If visas are paid.");
        assertThat(consultation.advisedAt()).isEqualTo(NOW);
        assertThat(consultation.late(AFTER)).isFalse();
    }

    @Test
    void adviceOnTheDayItIsDueIsInTimeAndTheDayAfterIsTakenAndMarked() {
        Consultation inTime = asked();
        inTime.advise(Opinion.POSITIVE, "Do it.", NOW, DUE);
        assertThat(inTime.late(DUE)).isFalse();
        assertThat(inTime.late(AFTER)).as("given in time").isFalse();
        Consultation late = asked();
        late.advise(Opinion.NEGATIVE, "No.", NOW, AFTER);
        assertThat(late.status()).isEqualTo(ConsultationStatus.ADVISED);
        assertThat(late.opinion()).isEqualTo(Opinion.NEGATIVE);
        assertThat(late.late(DUE)).isTrue();
        assertThat(late.late(AFTER)).isTrue();
    }

    @Test
    void adviceThatIsMissingIsLateFromTheDayAfterUnlessItIsNeededNoLonger() {
        assertThat(asked().late(DUE)).isFalse();
        assertThat(asked().late(AFTER)).isTrue();
        assertThat(in(ConsultationStatus.CANCELLED).late(AFTER)).isFalse();
    }
}

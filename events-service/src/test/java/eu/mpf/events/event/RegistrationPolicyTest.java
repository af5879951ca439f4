package eu.mpf.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.retention.RetentionPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E5")
class RegistrationPolicyTest {
    private static final Instant OPENS = Instant.parse("2030-05-01T07:00:00Z");
    private static final Instant CLOSES = Instant.parse("2030-06-01T15:00:00Z");

    @Test
    void whatNobodySaidIsOpenAndNeedsNothing() {
        RegistrationPolicy open = RegistrationPolicy.OPEN;
        assertThat(open.openAt(Instant.EPOCH)).isTrue();
        assertThat(open.needsApproval()).isFalse();
        assertThat(open.needsInvitation()).isFalse();
        assertThat(open.offers()).isFalse();
        assertThat(open.hoursToAccept()).isEqualTo(48);
        assertThat(open.wording()).isEqualTo("1");
        assertThat(open.terms()).isEqualTo(DataProtection.USUAL);
    }

    @Test
    void whatIsSaidCounts() {
        DataProtection terms = new DataProtection(LegalRegime.GDPR, "A ministry", null);
        RegistrationPolicy strict =
                new RegistrationPolicy(true, null, null, RegistrationPolicy.Promotion.OFFER, 24, "2", true, terms);
        assertThat(strict.needsApproval()).isTrue();
        assertThat(strict.needsInvitation()).isTrue();
        assertThat(strict.offers()).isTrue();
        assertThat(strict.hoursToAccept()).isEqualTo(24);
        assertThat(strict.wording()).isEqualTo("2");
        assertThat(strict.terms()).isEqualTo(terms);
    }

    @Test
    void bothEndsCountAsOpen() {
        RegistrationPolicy policy = new RegistrationPolicy(null, OPENS, CLOSES, null, null, null, null, null);
        assertThat(policy.openAt(OPENS.minusMillis(1))).isFalse();
        assertThat(policy.openAt(OPENS)).isTrue();
        assertThat(policy.openAt(CLOSES)).isTrue();
        assertThat(policy.openAt(CLOSES.plusMillis(1))).isFalse();
    }

    @Test
    void theLawIsThatOfTheInstitutionsUnlessAnotherIsNamed() {
        assertThat(DataProtection.USUAL.regimeOrUsual()).isEqualTo(LegalRegime.EU_2018_1725);
        assertThat(new DataProtection(LegalRegime.GDPR, null, null).regimeOrUsual())
                .isEqualTo(LegalRegime.GDPR);
    }

    @Test
    @Tag("E18")
    void dataAreKeptForTheirPurposeToTheDayAndNoLonger() {
        DataProtection terms = new DataProtection(null, null, Map.of(DataPurpose.ATTENDANCE, 10));
        Instant tenDays = CLOSES.plus(Duration.ofDays(10));
        assertThat(plan(terms, tenDays).dueAt(DataPurpose.ATTENDANCE)).isEqualTo(tenDays);
        assertThat(plan(terms, tenDays).isOver(DataPurpose.ATTENDANCE)).isFalse();
        assertThat(plan(terms, tenDays.plusMillis(1)).isOver(DataPurpose.ATTENDANCE))
                .isTrue();
    }

    @Test
    @Tag("E18")
    void eachPurposeHasAnEndOfItsOwnWhereNothingIsSaid() {
        for (Map.Entry<DataPurpose, Integer> usual : Map.of(
                        DataPurpose.BUILDING_ACCESS, 1,
                        DataPurpose.ORGANISATION, 90,
                        DataPurpose.ATTENDANCE, 365,
                        DataPurpose.FOLLOW_UPS, 730)
                .entrySet()) {
            assertThat(plan(DataProtection.USUAL, CLOSES).dueAt(usual.getKey()))
                    .isEqualTo(CLOSES.plus(Duration.ofDays(usual.getValue())));
        }
    }

    private static RetentionPlan plan(DataProtection terms, Instant now) {
        return new RetentionPlan(UUID.randomUUID(), terms, CLOSES, now);
    }
}

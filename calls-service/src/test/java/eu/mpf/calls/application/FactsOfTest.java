package eu.mpf.calls.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.call.TermsOfCall;
import eu.mpf.calls.eligibility.BudgetHeading;
import eu.mpf.calls.eligibility.Facts;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.organisation.KnownOrganisations;
import eu.mpf.calls.organisation.Organisation;
import eu.mpf.web.file.FileState;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the rules of a call are told of an application. */
@Tag("C6")
class FactsOfTest {

    private static final List<BudgetLine> BUDGET = List.of(
            new BudgetLine(BudgetHeading.STAFF, "Experts", Money.euro("50000.00")),
            new BudgetLine(BudgetHeading.STAFF, "Interpreters", Money.euro("20000.01")),
            new BudgetLine(BudgetHeading.INDIRECT, null, Money.euro("4900.00")));
    private static final Content WRITTEN =
            Applying.written(LocalizedText.of("en", "Joint border surveillance"), "BMVI", "north", BUDGET);
    private static final Partner CONFIRMED = Applying.partner("LT-BORDER", Partner.State.CONFIRMED);
    private static final Partner ASKED = Applying.partner("PT-AIMA", Partner.State.INVITED);

    private final TermsOfCall terms = new TermsOfCall();

    private Facts facts(Content content, Map<String, Organisation> known, List<Attachment> files) {
        return FactsOf.facts(
                Applying.drafted(content, CONFIRMED, ASKED),
                Stage.FULL_APPLICATION,
                terms.call(),
                terms.build(),
                known,
                files);
    }

    private Facts.ApplicationFacts application(Content content) {
        return facts(content, Map.of(), List.of()).application();
    }

    @Test
    void aRuleMeetsWhatWasWrittenToTheCent() {
        Facts.ApplicationFacts facts = application(WRITTEN);
        assertThat(facts.stage()).isEqualTo("FULL_APPLICATION");
        assertThat(facts.title()).isEqualTo("Joint border surveillance");
        assertThat(facts.fund()).isEqualTo("BMVI");
        assertThat(facts.lot()).isEqualTo("north");
        assertThat(facts.strand()).isEqualTo("borders");
        assertThat(facts.region()).isEqualTo("eastern-partnership");
        assertThat(facts.activities()).containsExactly("training");
        assertThat(facts.themes()).containsExactly("border-management");
        assertThat(facts.memberStates()).containsExactly("LV");
        assertThat(facts.partnerCountries()).containsExactly("MD");
        assertThat(facts.total()).isEqualTo(7_490_001);
        assertThat(facts.euShare()).isEqualTo(6_000_000);
        assertThat(facts.durationMonths()).isEqualTo(24);
    }

    @Test
    void everyHeadingIsThereWithTheSumOfItsLines() {
        Map<String, Long> headings = application(WRITTEN).headings();
        assertThat(headings).hasSize(BudgetHeading.values().length);
        assertThat(headings).containsEntry("STAFF", 7_000_001L).containsEntry("INDIRECT", 490_000L);
        assertThat(headings.entrySet().stream()
                        .filter(heading -> !List.of("STAFF", "INDIRECT").contains(heading.getKey())))
                .allSatisfy(heading -> assertThat(heading.getValue()).isZero());
    }

    @Test
    void aRuleNeverMeetsNullWhereNothingWasWritten() {
        Facts.ApplicationFacts facts = application(Content.empty());
        assertThat(List.of(facts.title(), facts.fund(), facts.lot(), facts.strand(), facts.region()))
                .containsOnly("");
        assertThat(facts.total()).isZero();
        assertThat(facts.euShare()).isZero();
        assertThat(facts.durationMonths()).isZero();
        assertThat(facts.lead()).isEqualTo(new Facts.LeadFacts("LV-BORDER", "", "", "", false, false));
        assertThat(facts(Content.empty(), Map.of(), List.of()).fund())
                .isEqualTo(new Facts.FundFacts("", "0", 0, 0, List.of()));
    }

    @Test
    void theLeadIsWhatItSaysOfItselfWhereNobodyKnowsBetter() {
        assertThat(application(WRITTEN).lead())
                .isEqualTo(
                        new Facts.LeadFacts("LV-BORDER", "State Border Guard", "LV", "PUBLIC_AUTHORITY", true, true));
    }

    @Test
    void anOrganisationThatIsKnownCountsAsItIsKnown() {
        Facts.ApplicationFacts facts = facts(
                        WRITTEN,
                        Map.of(
                                "LV-BORDER", KnownOrganisations.of("LV-BORDER", "Border Guard", "NGO", "MD"),
                                "LT-BORDER", KnownOrganisations.of("LT-BORDER", "Border", "AGENCY", "PL")),
                        List.of())
                .application();
        assertThat(facts.lead())
                .as("Moldova is no Member State")
                .isEqualTo(new Facts.LeadFacts("LV-BORDER", "Border Guard", "MD", "NGO", false, true));
        assertThat(facts.partners())
                .containsExactly(
                        new Facts.PartnerFacts("LT-BORDER", "PL", "AGENCY", "CO_APPLICANT", true),
                        new Facts.PartnerFacts("PT-AIMA", "LT", "", "CO_APPLICANT", false));
    }

    @Test
    void theFundIsTheOneTheApplicationNamesWithItsLimits() {
        terms.funds = List.of(
                TermsOfCall.fund("ISF"), TermsOfCall.fund("BMVI", null, "100.00", "200.50", List.of("training")));
        assertThat(facts(WRITTEN, Map.of(), List.of()).fund())
                .isEqualTo(new Facts.FundFacts("BMVI", "95.00", 10_000, 20_050, List.of("training")));
    }

    @Test
    void theCallIsToldByItsKeyEditionAndLists() {
        terms.lists = Map.of("signatories", List.of("LV"));
        assertThat(facts(WRITTEN, Map.of(), List.of()).call())
                .isEqualTo(new Facts.CallFacts("TEST/2030-1", 0, Map.of("signatories", List.of("LV"))));
    }

    @Test
    void lettersAndFilesAreToldByTheirKind() {
        Content content = new Content(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(new Letter("SUPPORT", "MD", true), new Letter("OTHER", null, false)),
                Map.of());
        Attachment file = new Attachment(
                UUID.randomUUID(),
                "DECLARATION",
                "a.pdf",
                "application/pdf",
                7,
                "00",
                null,
                FileState.CLEAN,
                Instant.EPOCH);
        Facts.ApplicationFacts facts = facts(content, Map.of(), List.of(file)).application();
        assertThat(facts.letters())
                .containsExactly(
                        new Facts.LetterFacts("SUPPORT", "MD", true), new Facts.LetterFacts("OTHER", "", false));
        assertThat(facts.attachments()).containsExactly(new Facts.AttachmentFacts("DECLARATION", "application/pdf", 7));
    }
}

package eu.mpf.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.projects.Refusals;
import eu.mpf.projects.organisation.KnownOrganisations;
import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.codelist.CodeList;
import eu.mpf.web.codelist.CodeListEntry;
import eu.mpf.web.codelist.CodeListSource;
import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P1")
class ProjectRulesTest {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 1);
    private static final LocalizedText TITLE = LocalizedText.of("en", "Borders");
    private static final CodeList THEMES = new CodeList(
            "themes",
            99,
            LocalizedText.of("en", "Themes"),
            null,
            List.of(
                    new CodeListEntry("borders", LocalizedText.of("en", "Border management"), List.of("frontiers")),
                    new CodeListEntry("visas", LocalizedText.of("en", "Visas"), List.of(), true)));

    private final ProjectRules rules =
            new ProjectRules(codeLists(), new KnownOrganisations(Map.of("ICMPD", "ICMPD Centre", "BODY", "A body")));

    private static CodeLists codeLists() {
        try {
            var constructor = CodeLists.class.getDeclaredConstructor(List.class, Adjustments.class, ObjectMapper.class);
            constructor.setAccessible(true);
            CodeListSource own = () -> List.of(THEMES);
            return constructor.newInstance(List.of(own), new Adjustments(), new JsonMapper());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the code lists cannot be made", e);
        }
    }

    /** A description in which everything else is in order. */
    private static final class Sketch {
        private @Nullable LocalizedText title = TITLE;
        private @Nullable String lead;
        private @Nullable String leadName;
        private List<Partner> partners = List.of();
        private List<String> beneficiaries = List.of();
        private List<String> states = List.of();
        private List<String> countries = List.of();
        private @Nullable String region;
        private List<String> themes = List.of();
        private @Nullable LocalDate start;
        private @Nullable LocalDate end;
        private @Nullable String fund;
        private @Nullable Budget budget;
        private List<InKindGood> inKind = List.of();
        private List<CountryNote> notes = List.of();

        ProjectDetails details() {
            return new ProjectDetails(
                    title,
                    null,
                    null,
                    null,
                    List.of(),
                    ProjectKind.GRANT,
                    lead,
                    leadName,
                    partners,
                    beneficiaries,
                    states,
                    countries,
                    region,
                    themes,
                    start,
                    end,
                    fund,
                    budget,
                    inKind,
                    List.of(),
                    notes,
                    null,
                    null);
        }
    }

    private void refused(Sketch sketch, String... errors) {
        assertThatThrownBy(() -> rules.checked(sketch.details())).satisfies(Refusals.invalid(errors));
    }

    @Test
    void aTitleIsAllThatIsDemanded() {
        ProjectDetails details = new Sketch().details();
        assertThat(rules.checked(details)).isEqualTo(new ProjectRules.Checked(details, ""));
        Sketch untitled = new Sketch();
        untitled.title = null;
        refused(untitled, "/title not-null");
    }

    @Test
    void codesAreStoredInOneFormAndDoublesGo() {
        Sketch sketch = new Sketch();
        sketch.lead = "ICMPD";
        sketch.states = List.of("EL", "GR", "Czechia");
        sketch.countries = List.of("Turkey", "Türkiye", "XKX");
        sketch.region = "Western Balkans";
        sketch.themes = List.of("Frontiers", "borders");
        sketch.fund = "amif";
        sketch.notes = List.of(new CountryNote("Turkey", TITLE));
        ProjectRules.Checked checked = rules.checked(sketch.details());
        sketch.states = List.of("GR", "CZ");
        sketch.countries = List.of("TR", "XK");
        sketch.region = "western-balkans-turkiye";
        sketch.themes = List.of("borders");
        sketch.fund = "AMIF";
        sketch.notes = List.of(new CountryNote("TR", TITLE));
        assertThat(checked).isEqualTo(new ProjectRules.Checked(sketch.details(), "ICMPD Centre"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Sketch sketch = new Sketch();
        sketch.title = null;
        sketch.lead = "L";
        sketch.leadName = "A lead";
        sketch.start = DAY;
        sketch.end = DAY.minusDays(1);
        sketch.budget = Budget.UNKNOWN.withTotal(Money.euro("-1.00"));
        sketch.partners = List.of(
                new Partner(null, null, PartnerRole.PARTNER),
                new Partner("P", null, PartnerRole.PARTNER),
                new Partner("BODY", null, PartnerRole.PARTNER));
        sketch.beneficiaries = List.of("BODY", "B");
        sketch.inKind = List.of(
                new InKindGood("Helicopter", 1, "BODY", "ICMPD", null), new InKindGood("Boat", 1, "F", "T", null));
        sketch.states = List.of("AT", "Atlantis", "TN");
        sketch.countries = List.of("TN", "Utopia");
        sketch.notes = List.of(new CountryNote("TN", TITLE), new CountryNote("Arcadia", TITLE));
        sketch.region = "moon";
        sketch.themes = List.of("borders", "tides");
        sketch.fund = "purse";
        refused(
                sketch,
                "/title not-null",
                "/leadName two-leads",
                "/endDate before-start",
                "/budget negative-amount",
                "/partners/0 nameless",
                "/leadOrganisation unknown-organisation",
                "/partners/1/organisation unknown-organisation",
                "/beneficiaries/1 unknown-organisation",
                "/inKind/1/from unknown-organisation",
                "/inKind/1/to unknown-organisation",
                "/memberStates/1 unknown-country",
                "/memberStates/2 not-a-member-state",
                "/partnerCountries/1 unknown-country",
                "/notes/1/country unknown-country",
                "/region unknown-code",
                "/themes/1 unknown-code",
                "/fund unknown-code");
    }

    @Test
    void aProjectMayEndOnTheDayItStartsAndOneDayMayBeUnknown() {
        Sketch sketch = new Sketch();
        sketch.end = DAY;
        assertThat(rules.checked(sketch.details()).details()).isEqualTo(sketch.details());
        sketch.start = DAY;
        assertThat(rules.checked(sketch.details()).details()).isEqualTo(sketch.details());
        sketch.end = null;
        assertThat(rules.checked(sketch.details()).details()).isEqualTo(sketch.details());
    }

    @Test
    void aLeadOrAPartnerThatIsNotInTheRegisterHasAName() {
        Sketch sketch = new Sketch();
        sketch.leadName = "A lead";
        sketch.partners = List.of(new Partner(null, "A partner", PartnerRole.PARTNER));
        assertThat(rules.checked(sketch.details())).isEqualTo(new ProjectRules.Checked(sketch.details(), ""));
    }

    @Test
    void whatIsNoMemberStateIsPointedAtWhereItStandsInWhatWasSent() {
        Sketch sketch = new Sketch();
        sketch.states = List.of("EL", "GR", "TN");
        refused(sketch, "/memberStates/2 not-a-member-state");
    }

    @Test
    void aRetiredCodeIsKeptByWhoHasItAndGivenToNobody() {
        Sketch sketch = new Sketch();
        sketch.themes = List.of("borders", "Visas");
        refused(sketch, "/themes/1 retired-code");
        assertThat(rules.checked(sketch.details(), Set.of("visas")).details().themes())
                .containsExactly("borders", "visas");
    }

    @Test
    void aDescriptionHoldsTheCodesOfItsThemesItsRegionAndItsFund() {
        Sketch sketch = new Sketch();
        assertThat(ProjectRules.codes(sketch.details())).isEmpty();
        sketch.themes = List.of("visas", "borders");
        sketch.region = "south";
        sketch.fund = "AMIF";
        assertThat(ProjectRules.codes(sketch.details())).containsExactly("AMIF", "borders", "south", "visas");
    }

    @Test
    @Tag("P18")
    void theLeadIsFoundByItsNamesIfItIsInTheRegister() {
        Sketch sketch = new Sketch();
        assertThat(rules.namesOfLead(sketch.details())).isEmpty();
        sketch.lead = "ICMPD";
        assertThat(rules.namesOfLead(sketch.details())).isEqualTo("ICMPD Centre");
        sketch.lead = "L";
        assertThat(rules.namesOfLead(sketch.details())).isEmpty();
    }
}

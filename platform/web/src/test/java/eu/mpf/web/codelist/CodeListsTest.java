package eu.mpf.web.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.value.Countries;
import eu.mpf.web.value.LocalizedText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X22")
class CodeListsTest {
    private final CodeLists lists = new CodeLists(List.of(), new Adjustments(), new JsonMapper());

    @ParameterizedTest
    @CsvSource({
        "EL, GR",
        "gr, GR",
        "GRC, GR",
        "Griechenland, GR",
        "Ελλάδα, GR",
        "UK, GB",
        "GB, GB",
        "XK, XK",
        "Kosovo, XK",
        "Косово, XK",
        "Cape Verde, CV",
        "Cabo Verde, CV",
        "cap-vert, CV",
        "Turkey, TR",
        "Türkiye, TR",
        "TURKIYE, TR",
        "cote d ivoire, CI",
        "Suomi, FI",
        "Magyarország, HU"
    })
    void aCountryIsKnownByItsCodesAliasesAndNamesInTheOfficialLanguages(String input, String code) {
        assertThat(lists.resolve("countries", input)).hasValue(code);
    }

    @ParameterizedTest
    @CsvSource({
        "funds, isf-borders, ISF-BORDERS",
        "funds, Fonds Asile migration et integration, AMIF",
        "themes, THB, trafficking-in-human-beings",
        "regions, western balkans, western-balkans-turkiye",
        "currencies, euro, EUR",
        "languages, irish, ga",
        "languages, Gaeilge, ga",
        "organisation-kinds, NGO, CIVIL_SOCIETY",
        "organisation-kinds, Public authority, PUBLIC_AUTHORITY",
        "sectors, 15190, 15190",
    })
    void everyListResolvesTheSameWay(String list, String input, String code) {
        assertThat(lists.resolve(list, input)).hasValue(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "", "ZZ", "-"})
    void whatNobodyKnowsIsNothing(String input) {
        assertThat(lists.resolve("countries", input)).isEmpty();
        assertThat(lists.resolve("none", input)).isEmpty();
    }

    @Test
    void everyListHasDistinctCodesAndEnglishNames() {
        assertThat(lists.latest())
                .extracting(CodeList::name)
                .containsExactly(
                        "countries",
                        "currencies",
                        "funds",
                        "languages",
                        "organisation-kinds",
                        "regions",
                        "sectors",
                        "themes");
        for (var list : lists.latest()) {
            assertThat(list.entries()).extracting(CodeListEntry::code).doesNotHaveDuplicates();
            assertThat(list.entries())
                    .allSatisfy(entry -> assertThat(entry.names().values()).containsKey("en"));
        }
    }

    @Test
    void everyCodeAndAliasOfACountryIsTheOneTheInputOfTheApiTakesItFor() {
        for (var country : lists.find("countries", 1).orElseThrow().entries()) {
            assertThat(Countries.canonical(country.code())).isEqualTo(country.code());
            assertThat(country.aliases()).allSatisfy(alias -> {
                assertThat(Countries.canonical(alias)).isEqualTo(country.code());
                assertThat(lists.resolve("countries", alias)).hasValue(country.code());
            });
        }
    }

    @Test
    void languagesAreThe24AndVersionsAreToldApart() {
        assertThat(lists.find("languages", 1).orElseThrow().entries())
                .extracting(CodeListEntry::code)
                .containsExactlyInAnyOrderElementsOf(LocalizedText.LANGUAGES);
        assertThat(lists.find("languages", 2)).isEmpty();
        assertThat(lists.find("languages", null)).map(CodeList::version).hasValue(1);
    }

    @Test
    void aServicesOwnListGoesBeforeTheCommonOneOfItsNameAndVersion() {
        var own = new CodeList(
                "themes",
                1,
                LocalizedText.of("en", "Own"),
                null,
                List.of(new CodeListEntry("own", new LocalizedText(Map.of("en", "Own theme")), List.of())));
        var both = new CodeLists(List.of(() -> List.of(own)), new Adjustments(), new JsonMapper());
        assertThat(both.find("themes", 1)).hasValue(own);
        assertThat(both.latest()).contains(own).hasSize(8);
        assertThat(both.resolve("themes", "own theme")).hasValue("own");
        assertThat(both.resolve("countries", "EL")).hasValue("GR");
    }
}

package eu.mpf.web.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

    @ParameterizedTest
    @CsvSource({
        "EL,GR",
        "GR,GR",
        "UK,GB",
        "GB,GB",
        "XK,XK",
        "Kosovo,XK",
        "Cape Verde,CV",
        "Cabo Verde,CV",
        "Turkey,TR",
        "Türkiye,TR",
        "TURKIYE,TR",
        "lv,LV",
        "Latvia,LV",
        "DEU,DE",
        "Côte d’Ivoire,CI",
        "Ivory Coast,CI",
        "Czech Republic,CZ",
        "The Gambia,GM"
    })
    void aliasesBecomeOneCode(String input, String code) {
        assertThat(Countries.canonical(input)).isEqualTo(code);
    }

    @Test
    void unknownCountriesAreRefused() {
        assertThatThrownBy(() -> Countries.canonical("Atlantis")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Countries.known("ZZ")).isFalse();
    }

    @Test
    void thereAreTwentySevenMemberStates() {
        assertThat(Countries.all().stream().filter(Countries::isMemberState)).hasSize(27);
        assertThat(Countries.isMemberState("EL")).isTrue();
        assertThat(Countries.isMemberState("UK")).isFalse();
    }

    @Test
    void aTextIsGivenInTheFirstLanguageThereIs() {
        var text = new LocalizedText(Map.of("en", "Border", "fr", "Frontière"));
        assertThat(text.get(List.of(Locale.GERMAN, Locale.FRENCH))).isEqualTo("Frontière");
        assertThat(text.get(List.of(Locale.GERMAN))).isEqualTo("Border");
        assertThat(LocalizedText.of("mt", "Fruntiera").get(List.of())).isEqualTo("Fruntiera");
        assertThat(LocalizedText.LANGUAGES).hasSize(24);
    }
}

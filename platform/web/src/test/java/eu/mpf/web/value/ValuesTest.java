package eu.mpf.web.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.mpf.web.json.JsonSettings;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @AfterEach
    void forget() {
        Countries.learn(Map.of());
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01", "9999-12-31", "2024-02-29"})
    void aDayIsOneOfTheYears1To9999(String day) {
        assertThat(Days.parse(day)).isEqualTo(LocalDate.parse(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31", "+10000-01-01", "-0001-01-01", "2023-02-29", "", "2024-2-9"})
    void noOtherDayIsRead(String day) {
        assertThatThrownBy(() -> Days.parse(day)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "12.3, 12.30, false, false",
        "-0.01, -0.01, true, false",
        "0.000, 0.00, false, true",
        "12.300, 12.30, false, false"
    })
    void moneyIsHeldToTheCent(String amount, String held, boolean negative, boolean zero) {
        var money = new Money(new BigDecimal(amount), "USD");
        assertThat(money.toString()).isEqualTo(held + " USD");
        assertThat(money.isNegative()).isEqualTo(negative);
        assertThat(money.isZero()).isEqualTo(zero);
    }

    @Test
    void moneyWithoutAmountCurrencyOrCentsIsRefused() {
        assertThatThrownBy(() -> new Money(null, "EUR")).hasMessage("money needs an amount and a currency");
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, null)).hasMessage("money needs an amount and a currency");
        assertThatThrownBy(() -> new Money(new BigDecimal("0.001"), "EUR"))
                .hasMessage("an amount has at most two decimals");
        for (var currency : List.of("EU", "EURO", "eur", "")) {
            assertThatThrownBy(() -> new Money(BigDecimal.ONE, currency))
                    .hasMessage("a currency is three capital letters (ISO 4217)");
        }
    }

    @Test
    void moneyIsComparedInOneCurrency() {
        assertThat(Money.euro("1").compareTo(Money.euro("2"))).isNegative();
        assertThat(Money.euro("2").compareTo(Money.euro("1"))).isPositive();
        assertThat(Money.zero("USD")).isEqualTo(new Money(new BigDecimal("0"), "USD"));
        assertThatThrownBy(() -> Money.euro("1").compareTo(Money.zero("USD"))).hasMessage("EUR and USD do not mix");
        assertThatThrownBy(() -> Money.euro("1").minus(Money.zero("USD"))).hasMessage("EUR and USD do not mix");
    }

    @Test
    void aTextHasAtLeastOneOfTheOfficialLanguagesAndIsBlankInNone() {
        var blank = new HashMap<String, @Nullable String>();
        blank.put("en", null);
        assertThatThrownBy(() -> new LocalizedText(null)).hasMessage("a text needs at least one language");
        assertThatThrownBy(() -> new LocalizedText(Map.of())).hasMessage("a text needs at least one language");
        assertThatThrownBy(() -> LocalizedText.of("tr", "x")).hasMessage("tr is not an official language of the Union");
        assertThatThrownBy(() -> LocalizedText.of("en", " ")).hasMessage("the text in en is blank");
        assertThatThrownBy(() -> new LocalizedText(blank)).hasMessage("the text in en is blank");
    }

    @Test
    void theLanguagePickedIsTheFirstPreferredThenEnglishThenTheFirstByTag() {
        var text = new LocalizedText(Map.of("en", "Border", "fr", "Frontière", "de", "Grenze"));
        assertThat(text.language(List.of(Locale.ITALIAN, Locale.CANADA_FRENCH, Locale.GERMAN)))
                .isEqualTo("fr");
        assertThat(text.language(List.of())).isEqualTo("en");
        assertThat(new LocalizedText(Map.of("fr", "f", "de", "g")).language(List.of(Locale.ENGLISH)))
                .isEqualTo("de");
        assertThat(text.values().keySet()).containsExactly("de", "en", "fr");
    }

    @Test
    void aNameThatAdministratorsAddIsUnderstoodUntilItIsTakenBack() {
        Countries.learn(Map.of("Nova Hellas", "GR", "Atlantis", "QQ"));
        assertThat(Countries.canonical("nova-héllas")).isEqualTo("GR");
        assertThat(Countries.known("Atlantis")).isFalse();
        assertThat(Countries.isMemberState("Nova Hellas")).isTrue();
        Countries.learn(Map.of());
        assertThat(Countries.known("Nova Hellas")).isFalse();
        assertThat(Countries.known(null)).isFalse();
        assertThat(Countries.isMemberState(null)).isFalse();
    }

    @Test
    void aCountryHasANameInEveryLanguage() {
        assertThat(Countries.name("XK", Locale.FRENCH)).isEqualTo("Kosovo");
        assertThat(Countries.name("DE", Locale.FRENCH)).isEqualTo("Allemagne");
        assertThat(Countries.all()).contains("XK", "GR").doesNotContain("EL", "UK");
        assertThatThrownBy(() -> Countries.canonical("Atlantis"))
                .hasMessage("Atlantis is not a country known to ISO 3166");
    }

    @Test
    void idsAreOfVersion7AndGrow() {
        var first = Ids.next();
        var second = Ids.next();
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.toString()).isLessThan(second.toString());
    }

    @Test
    void anInstantIsWrittenWithMillisecondsAndAnAmountAsItIs() throws Exception {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new JsonSettings().customize(mapper);
        assertThat(mapper.writeValueAsString(Instant.parse("2026-03-31T12:00:00Z")))
                .isEqualTo("\"2026-03-31T12:00:00.000Z\"");
        assertThat(mapper.writeValueAsString(Instant.parse("2026-03-31T12:00:00.123456Z")))
                .isEqualTo("\"2026-03-31T12:00:00.123Z\"");
        assertThat(mapper.writeValueAsString(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(mapper.writeValueAsString(java.time.Duration.ofHours(72))).isEqualTo("\"PT72H\"");
        assertThat(mapper.writeValueAsString(LocalDate.parse("2026-03-31"))).isEqualTo("\"2026-03-31\"");
    }

    record Strict(
            @Nullable Integer number,
            int size,
            @Nullable String text,
            @Nullable List<Strict> within) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unheard\":1}",
                "{\"size\":null}",
                "{\"size\":1} x",
                "{\"size\":1.5}",
                "{\"size\":\"1\"}",
                "{\"size\":1,\"size\":2}",
                "{\"text\":1}",
                "{\"text\":1.5}",
                "{\"text\":true}",
                "{\"within\":[null]}"
            })
    void jsonIsReadStrictly(String json) {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new JsonSettings().customize(mapper);
        assertThatThrownBy(() -> mapper.readValue(json, Strict.class))
                .isInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
    }

    @Test
    void jsonIsNestedFiftyDeepAtMostAndANumberHasAHundredDigits() throws Exception {
        var mapper = new ObjectMapper();
        new JsonSettings().customize(mapper);
        assertThat(mapper.readTree("[".repeat(50) + "]".repeat(50))).isNotNull();
        assertThatThrownBy(() -> mapper.readTree("[".repeat(51) + "]".repeat(51)))
                .isInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
        assertThat(mapper.readTree("1".repeat(100))).isNotNull();
        assertThatThrownBy(() -> mapper.readTree("1".repeat(101)))
                .isInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
    }

    @Test
    void anAbsentValueIsNotWritten() throws Exception {
        var mapper = new ObjectMapper();
        new JsonSettings().customize(mapper);
        assertThat(mapper.writeValueAsString(new Strict(null, 1, null, null))).isEqualTo("{\"size\":1}");
        assertThat(new JsonSettings().priority()).isEqualTo(io.quarkus.jackson.ObjectMapperCustomizer.MINIMUM_PRIORITY);
    }
}

package eu.mpf.web.codelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X22")
class CodeListRulesTest {
    private static final LocalizedText TITLE = LocalizedText.of("en", "Themes");

    private static CodeListEntry entry(String code, String... aliases) {
        return new CodeListEntry(code, LocalizedText.of("en", "Name of " + code), List.of(aliases));
    }

    private static CodeList list(CodeListEntry... entries) {
        return new CodeList("themes", 3, TITLE, "a standard", List.of(entries));
    }

    private static void refused(CodeList now, List<CodeListEntry> entries, String... errors) {
        assertThatThrownBy(() -> CodeListRules.next(now, TITLE, entries))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors().stream().map(CodeListRulesTest::text))
                                .containsExactly(errors));
    }

    private static String text(FieldError error) {
        return error.pointer() + " " + error.code();
    }

    @Test
    void theNextVersionHasTheNextNumberAndKeepsItsSource() {
        var title = LocalizedText.of("en", "Other");
        var entries = List.of(entry("a"), entry("b"));
        assertThat(CodeListRules.next(list(entry("a")), title, entries))
                .isEqualTo(new CodeList("themes", 4, title, "a standard", entries));
    }

    @Test
    void nothingDisappears() {
        refused(list(entry("a"), entry("b"), entry("c")), List.of(entry("b")), "/entries removed", "/entries removed");
        var retired = new CodeListEntry("a", LocalizedText.of("en", "A"), List.of(), true);
        assertThatCode(() -> CodeListRules.next(list(entry("a")), TITLE, List.of(retired)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "é", "a/b"})
    void aCodeIsLettersAndDigits(String code) {
        refused(list(), List.of(entry(code)), "/entries/0/code invalid");
    }

    @Test
    void aCodeHasAtMost64CharactersAndStandsThereOnce() {
        assertThatCode(() -> CodeListRules.next(list(), TITLE, List.of(entry("a".repeat(64)))))
                .doesNotThrowAnyException();
        refused(list(), List.of(entry("a".repeat(65))), "/entries/0/code invalid");
        refused(list(), List.of(entry("a"), entry("a")), "/entries/1/code twice");
    }

    @Test
    void aCodeHasAnEnglishNameOfReasonableLength() {
        refused(
                list(),
                List.of(new CodeListEntry("a", LocalizedText.of("fr", "x"), List.of())),
                "/entries/0/names/en required");
        var longest = LocalizedText.of("en", "x".repeat(300));
        assertThatCode(() -> CodeListRules.next(list(), TITLE, List.of(new CodeListEntry("a", longest, List.of()))))
                .doesNotThrowAnyException();
        var tooLong = new LocalizedText(Map.of("en", "x", "fr", "x".repeat(301)));
        refused(list(), List.of(new CodeListEntry("a", tooLong, List.of())), "/entries/0/names/fr invalid");
    }

    @Test
    void anAliasHasLettersOrDigitsAndReasonableLength() {
        refused(
                list(),
                List.of(entry("a", "fine", "-", "x".repeat(301))),
                "/entries/0/aliases/1 invalid",
                "/entries/0/aliases/2 invalid");
        assertThatCode(() -> CodeListRules.next(list(), TITLE, List.of(entry("a", "x".repeat(300)))))
                .doesNotThrowAnyException();
        var fifty = IntStream.range(0, 50).mapToObj(i -> "alias" + i).toArray(String[]::new);
        assertThatCode(() -> CodeListRules.next(list(), TITLE, List.of(entry("a", fifty))))
                .doesNotThrowAnyException();
        var more = IntStream.range(0, 51).mapToObj(i -> "alias" + i).toArray(String[]::new);
        refused(list(), List.of(entry("a", more)), "/entries/0/aliases too-many");
    }

    @Test
    void noNameMeansTwoThings() {
        refused(list(), List.of(entry("a", "Both"), entry("b", "bóth")), "/entries/1/aliases/0 ambiguous");
        refused(list(), List.of(entry("a", "B"), entry("b")), "/entries/0/aliases/0 ambiguous");
        assertThatCode(() -> CodeListRules.next(list(), TITLE, List.of(entry("a", "A", "same", "Same"))))
                .doesNotThrowAnyException();
    }

    @Test
    void aListHolds5000EntriesAtMost() {
        var entries = new ArrayList<CodeListEntry>();
        IntStream.range(0, 5000).forEach(i -> entries.add(entry("c" + i)));
        assertThatCode(() -> CodeListRules.next(list(), TITLE, entries)).doesNotThrowAnyException();
        entries.add(entry("last"));
        refused(list(), entries, "/entries too-many");
    }

    @Test
    void anEntryTakesThePlaceOfTheOneWithItsCode() {
        var other = entry("a", "alias");
        assertThat(CodeListRules.with(List.of(entry("a"), entry("b")), other)).containsExactly(other, entry("b"));
        assertThat(CodeListRules.with(List.of(entry("b")), other)).containsExactly(entry("b"), other);
    }

    @Test
    void aCodeIsInUseUnlessSomebodySaysOtherwise() {
        var names = LocalizedText.of("en", "A");
        assertThat(CodeListEntry.read("a", names, List.of(), null)).isEqualTo(entry("a", names, false));
        assertThat(CodeListEntry.read("a", names, List.of(), true)).isEqualTo(entry("a", names, true));
        assertThat(new CodeListEntry("a", names, List.of()).retired()).isFalse();
    }

    private static CodeListEntry entry(String code, LocalizedText names, boolean retired) {
        return new CodeListEntry(code, names, List.of(), retired);
    }
}

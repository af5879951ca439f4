package eu.mpf.web.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.link.CheckedLink.LinkState;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X23")
class FoundLinksTest {

    private static List<String> targets(@Nullable String text) {
        return new FoundLinks()
                .text("/text", "Text", text).list().stream()
                        .map(FoundLink::target)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "See https://example.org/a.|https://example.org/a",
                "(http://example.org/a?b=c&d)!|http://example.org/a?b=c&d",
                "'https://example.org', and|https://example.org",
                "<https://example.org/x/>|https://example.org/x/",
                "[words](https://example.org/a.b)|https://example.org/a.b",
                "[words](nonsense)|nonsense",
                "ftp://example.org|",
                "[words] (https://example.org)|https://example.org",
                "no link|"
            })
    void anAddressEndsBeforeThePunctuationOfItsSentence(String text, @Nullable String target) {
        assertThat(targets(text)).isEqualTo(target == null ? List.of() : List.of(target));
    }

    @Test
    void linksAreFoundInTheirOrderAndOneWithoutATargetIsOne() {
        assertThat(targets("https://a.example [b]() then [c](https://c.example)https://d.example"))
                .containsExactly("https://a.example", "", "https://c.example", "https://d.example");
        assertThat(targets(null)).isEmpty();
    }

    @Test
    void proseIsWordsAndLinks() {
        assertThat(Prose.pieces("a [b](c) d [e]( f) [g](h)"))
                .containsExactly(
                        new Prose.Words("a "),
                        new Prose.Link("b", "c"),
                        new Prose.Words(" d [e]( f) "),
                        new Prose.Link("g", "h"));
        assertThat(Prose.pieces("[b](c)[d](e)")).containsExactly(new Prose.Link("b", "c"), new Prose.Link("d", "e"));
        assertThat(Prose.pieces("")).isEmpty();
        assertThat(Prose.leadsSomewhere("https://a")).isTrue();
        assertThat(Prose.leadsSomewhere("http://a")).isTrue();
        assertThat(Prose.leadsSomewhere("javascript:alert(1)")).isFalse();
        assertThat(Prose.leadsSomewhere("//a")).isFalse();
    }

    @Test
    void aFieldIsALinkAsAWholeOrNotFilledIn() {
        assertThat(new FoundLinks().address("/site", "Site", null).list()).isEmpty();
        assertThat(new FoundLinks().address("/site", "Site", " https://a ").list())
                .containsExactly(new FoundLink("/site", "Site", "https://a", "https://a"));
        assertThat(new FoundLinks().link("/button", "Button", "Apply", null).list())
                .containsExactly(new FoundLink("/button", "Button", "Apply", ""));
    }

    @Test
    void aTextIsReadInEachOfItsLanguages() {
        var text = new LocalizedText(Map.of("en", "https://a", "fr", "https://b"));
        assertThat(new FoundLinks().text("/t", "Title", text).list())
                .containsExactly(
                        new FoundLink("/t/en", "Title (en)", "https://a", "https://a"),
                        new FoundLink("/t/fr", "Title (fr)", "https://b", "https://b"));
        assertThat(new FoundLinks().text("/t", "Title", (LocalizedText) null).list())
                .isEmpty();
    }

    @Test
    void aChangeAnswersForWhatItBrings() {
        var before = new FoundLinks().address("/a", "A", "https://a");
        var after = new FoundLinks().address("/b", "B", "https://a").address("/c", "C", "https://c");
        assertThat(after.beyond(before)).extracting(FoundLink::target).containsExactly("https://c");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_TARGET, no-target, has no target",
        "NOT_A_WEB_ADDRESS, not-a-web-address, is no web address",
        "PRIVATE_ADDRESS, private-address, leads into a private network",
        "DEAD, dead, is dead (410)",
        "UNREACHABLE, unreachable, does not answer"
    })
    void aPublicationWaitsForItsLinksAndIsToldWhereTheyAre(LinkState state, String code, String words) {
        var link = CheckedLink.of(new FoundLink("/t", "Title", "here", "https://a"), state, 410);
        var sound = CheckedLink.of(new FoundLink("/u", "Text", "there", ""), LinkState.SOUND, 200);
        assertThat(sound.target()).isNull();
        assertThat(link.target()).isEqualTo("https://a");
        assertThat(sound.describe()).isEqualTo("Text: \"there\" is sound");
        assertThatThrownBy(() -> new CheckedLinks(List.of(sound, link)).requireSound())
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.type()).isEqualTo(CommonProblem.LINKS_NOT_SOUND);
                    assertThat(e.detail()).isEqualTo("Title: \"here\" " + words + ".");
                    assertThat(e.errors()).containsExactly(new FieldError("/t", code, "Title: \"here\" " + words));
                });
        assertThatCode(() -> new CheckedLinks(List.of(sound)).requireSound()).doesNotThrowAnyException();
    }
}

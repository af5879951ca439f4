package eu.mpf.web.language;

import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The languages the current request prefers ({@code Accept-Language}, RFC 9110, 12.5.4). Whatever is picked here is told
 * in {@code Content-Language}, and that it depends on the header in {@code Vary}: resources need not do so themselves.
 */
@ApplicationScoped
public class Languages {
    private static final String PICKED = "mpf.languages";

    private final CurrentVertxRequest request;

    Languages(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Most preferred first; empty if the request prefers none, or outside a request. */
    public List<Locale> preferred() {
        var context = request.getCurrent();
        return context == null ? List.of() : parse(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The text in the first language preferred that there is, else in English, else in the first by tag. */
    public String pick(LocalizedText text) {
        var preferred = preferred();
        note(text.language(preferred));
        return text.get(preferred);
    }

    /** The text in the first language preferred that there is, else in the one that is binding. */
    public String pick(LocalizedText text, String binding) {
        var wanted = BindingLanguage.after(preferred(), binding);
        note(text.language(wanted));
        return text.get(wanted);
    }

    /** As {@link #pick(LocalizedText)}, for a text that may be absent. */
    public @Nullable String pickOptional(@Nullable LocalizedText text) {
        return text == null ? null : pick(text);
    }

    /** The first of the offered languages that is preferred, else the first offered: for whole documents. */
    public Locale pick(List<Locale> offered) {
        var picked = preferred().stream()
                .filter(locale -> offered.stream().anyMatch(o -> o.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .map(locale -> Locale.forLanguageTag(locale.getLanguage()))
                .orElse(offered.getFirst());
        note(picked.getLanguage());
        return picked;
    }

    /** What was picked for the current answer so far, by tag. */
    Set<String> picked() {
        var context = request.getCurrent();
        Set<String> picked = context == null ? null : context.get(PICKED);
        return picked == null ? Set.of() : picked;
    }

    private void note(String language) {
        var context = request.getCurrent();
        if (context != null) {
            Set<String> picked = context.get(PICKED);
            if (picked == null) {
                picked = new TreeSet<>();
                context.put(PICKED, picked);
            }
            picked.add(language);
        }
    }

    /** Languages refused by {@code q=0} and the wildcard are left out; what cannot be read prefers nothing. */
    static List<Locale> parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0 && !range.getRange().startsWith("*"))
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> !locale.getLanguage().isEmpty())
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}

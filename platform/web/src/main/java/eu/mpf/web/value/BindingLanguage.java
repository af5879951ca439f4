package eu.mpf.web.value;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which language version of an object's texts is authentic: it counts where versions say different things, and stands in
 * where a reader's languages are missing. An object may say it ({@code bindingLanguage}); where it does not, English is,
 * if its title is in English, else the title's first language by tag.
 */
public final class BindingLanguage {
    private BindingLanguage() {}

    /** @param said what the object says; as good as absent where its title is not in that language */
    public static String of(@Nullable String said, LocalizedText title) {
        return of(said, title.values().keySet());
    }

    /**
     * As {@link #of(String, LocalizedText)}.
     *
     * @param languages of the title, sorted by tag
     */
    public static String of(@Nullable String said, Collection<String> languages) {
        if (said != null && languages.contains(said)) {
            return said;
        }
        return languages.contains("en") ? "en" : languages.iterator().next();
    }

    /** The languages a reader gets, most preferred first, ending with the binding one. */
    public static List<Locale> after(List<Locale> preferred, String binding) {
        return Stream.concat(preferred.stream(), Stream.of(Locale.of(binding))).toList();
    }

    /**
     * The texts that are not there in the language said to be binding: none may be missing in the version that counts.
     *
     * @param texts by pointer
     * @return pointers, in order; none where nothing is said
     */
    public static List<String> missing(@Nullable String said, Map<String, LocalizedText> texts) {
        return said == null
                ? List.of()
                : texts.entrySet().stream()
                        .filter(text -> !text.getValue().values().containsKey(said))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
    }
}

package eu.mpf.testkit.openapi;

import io.restassured.http.Headers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether an answer says truly in which language it is, and whether another request may get another (RFC 9110, 8.5, 12.5.5). */
final class LanguageCheck {
    private static final String VARY = "Vary";
    private static final String LANGUAGE = "Content-Language";

    private LanguageCheck() {}

    /**
     * What is wrong with an answer's headers.
     *
     * @param status of the answer
     * @param inLanguage the headers of the same request's answer when made in this language, or null if it cannot be made
     *     again without effect
     */
    static List<String> complaints(int status, Headers answer, @Nullable Function<String, Headers> inLanguage) {
        List<String> complaints = new ArrayList<>();
        List<String> vary = names(answer);
        Set<String> seen = new HashSet<>();
        vary.stream()
                .filter(name -> !seen.add(name))
                .forEach(name -> complaints.add(VARY + " names " + name + " more than once"));
        boolean varies = seen.contains("accept-language") || seen.contains("*");
        String language = answer.getValue(LANGUAGE);
        if (language != null && !varies && isOneOfSeveral(status, answer, language, inLanguage)) {
            complaints.add("the language is " + language + ", and Vary does not name Accept-Language");
        }
        if (language == null && varies && status == 200 && !isJson(answer)) {
            complaints.add("it varies by Accept-Language, and no Content-Language says what it is");
        }
        return complaints;
    }

    /** A document that is what it is for all, a file or a letter, has a language and does not vary by it. */
    private static boolean isOneOfSeveral(
            int status, Headers answer, String language, @Nullable Function<String, Headers> inLanguage) {
        if (status >= 400) {
            return true;
        }
        String disposition = answer.getValue("Content-Disposition");
        if (inLanguage == null || disposition != null && disposition.startsWith("attachment")) {
            return false;
        }
        String other = language.equals("fr") ? "de" : "fr";
        return !language.equals(inLanguage.apply(other).getValue(LANGUAGE));
    }

    /** A list may be empty, and then it is in no language. */
    private static boolean isJson(Headers answer) {
        String type = answer.getValue("Content-Type");
        return type == null || type.startsWith("application/json");
    }

    private static List<String> names(Headers answer) {
        return answer.getValues(VARY).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
    }
}

package eu.mpf.web.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Texts;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words of a template in one language. {@code {name}} is a place for a value.
 *
 * @param subject one line
 */
record TemplateText(String subject, String body) {
    static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    /** @throws IllegalStateException without an empty line after the first */
    static TemplateText ofFile(String path, String text) {
        var parts = text.split("\\R\\R", 2);
        if (parts.length < 2) {
            throw new IllegalStateException(path + " has no empty line after its subject");
        }
        return new TemplateText(parts[0], parts[1]);
    }

    static TemplateText ofJson(JsonNode json) {
        return new TemplateText(json.path("subject").asText(), json.path("body").asText());
    }

    JsonNode json() {
        return JsonNodeFactory.instance.objectNode().put("subject", subject).put("body", body);
    }

    /** The names of its places. */
    Set<String> places() {
        var places = new TreeSet<String>();
        PLACE.matcher(subject + body).results().map(place -> place.group(1)).forEach(places::add);
        return places;
    }

    /**
     * Notes what would make a bad letter: another set of places than the code fills, which would leave a hole in every
     * letter, a subject of several lines, or anything but plain text.
     */
    void check(Set<String> places, Violations violations) {
        violations.check(!Texts.isBlank(subject), "/subject", "required", "must not be empty");
        violations.check(!Texts.isBlank(body), "/body", "required", "must not be empty");
        violations.check(
                !subject.contains("\n") && !NOT_PLAIN.matcher(subject).find(),
                "/subject",
                "not-plain-text",
                "must be one line of plain text");
        violations.check(
                !NOT_PLAIN.matcher(body).find(), "/body", "not-plain-text", "must be plain text, lines ended by \\n");
        var mine = places();
        places.stream()
                .filter(place -> !mine.contains(place))
                .forEach(place -> violations.add("/body", "place-missing", "must hold the place {" + place + "}"));
        mine.stream()
                .filter(place -> !places.contains(place))
                .forEach(place -> violations.add(
                        subject.contains("{" + place + "}") ? "/subject" : "/body",
                        "place-unknown",
                        "nothing fills the place {" + place + "}"));
    }
}

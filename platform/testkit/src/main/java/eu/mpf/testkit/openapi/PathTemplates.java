package eu.mpf.testkit.openapi;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the path template a request's path belongs to; the most literal one wins, as in the server. */
final class PathTemplates {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private record Template(String text, Pattern pattern, int literals) {

        static Template of(String text) {
            var regex = new StringBuilder();
            int from = 0;
            var parameter = PARAMETER.matcher(text);
            while (parameter.find()) {
                regex.append(Pattern.quote(text.substring(from, parameter.start())))
                        .append("([^/]+)");
                from = parameter.end();
            }
            regex.append(Pattern.quote(text.substring(from)));
            int literals = PARAMETER.matcher(text).replaceAll("").length();
            return new Template(text, Pattern.compile(regex.toString()), literals);
        }
    }

    private final List<Template> templates;

    PathTemplates(Collection<String> templates) {
        this.templates = templates.stream()
                .map(Template::of)
                .sorted(Comparator.comparingInt(Template::literals).reversed())
                .toList();
    }

    /** The values of a template's parameters in a path that fits it. */
    static Map<String, String> values(String template, String path) {
        var names = PARAMETER
                .matcher(template)
                .results()
                .map(found -> found.group().substring(1, found.group().length() - 1))
                .toList();
        var matcher = Template.of(template).pattern().matcher(path);
        var values = new HashMap<String, String>();
        if (matcher.matches()) {
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), matcher.group(i + 1));
            }
        }
        return values;
    }

    Optional<String> find(String path) {
        return all(path).findFirst();
    }

    /** Every template that fits, the most literal first: {@code /a/x:y:verb} fits {@code /a/{id}:verb} and {@code /a/{id}}. */
    Stream<String> all(String path) {
        return templates.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .map(Template::text);
    }
}

package eu.mpf.testkit.openapi;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
                        .append("[^/]+");
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

    Optional<String> find(String path) {
        return templates.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .map(Template::text)
                .findFirst();
    }
}

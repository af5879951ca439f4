package eu.mpf.system.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was given as {@code key=value} on the command line. */
public record Settings(Map<String, String> given) {

    /** Takes what has a sign of equality out of the arguments. @param names takes the others */
    public static Settings of(String[] arguments, List<String> names) {
        Map<String, String> settings = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals > 0) {
                settings.put(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                names.add(argument);
            }
        }
        return new Settings(settings);
    }

    String text(String key, String otherwise) {
        return given.getOrDefault(key, otherwise);
    }

    public int number(String key, int otherwise) {
        return Integer.parseInt(given.getOrDefault(key, Integer.toString(otherwise)));
    }
}

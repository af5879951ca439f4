package eu.mpf.system.bench;

import java.util.Map;

/** What was given as {@code key=value} on the command line. */
record Settings(Map<String, String> given) {

    String text(String key, String otherwise) {
        return given.getOrDefault(key, otherwise);
    }

    int number(String key, int otherwise) {
        return Integer.parseInt(given.getOrDefault(key, Integer.toString(otherwise)));
    }
}

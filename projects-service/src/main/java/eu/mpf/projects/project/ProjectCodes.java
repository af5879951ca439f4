package eu.mpf.projects.project;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes codes for projects that come without one. */
final class ProjectCodes {

    private static final int LONGEST = 50;

    private ProjectCodes() {}

    /** {@code Coop4Int} becomes {@code COOP4INT}, {@code Prague Process} becomes {@code PRAGUE-PROCESS}. */
    static String of(ProjectDetails details) {
        String name = details.acronym() == null ? details.title().get(List.of(Locale.ENGLISH)) : details.acronym();
        String code = plain(name);
        return code.isEmpty() ? "PROJECT" : code;
    }

    /** A second project of the same name is told apart by its reference, or by a part of its id. */
    static String distinct(String code, @Nullable String reference, String fallback) {
        String suffix = plain(reference == null ? fallback : reference);
        int room = Math.max(1, LONGEST - suffix.length() - 1);
        return (code.length() > room ? code.substring(0, room) : code) + "-" + suffix;
    }

    private static String plain(String text) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return ascii.length() > LONGEST ? ascii.substring(0, LONGEST).replaceAll("-$", "") : ascii;
    }
}

package eu.mpf.projects.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the library; empty parts ask nothing.
 *
 * @param q a part of the title or description, in any language, whatever its case and accents
 * @param project codes of projects
 */
public record LibraryFilter(
        @Nullable String q,
        List<DocumentKind> kind,
        List<String> language,
        List<String> licence,
        List<String> theme,
        List<String> country,
        List<String> project) {}

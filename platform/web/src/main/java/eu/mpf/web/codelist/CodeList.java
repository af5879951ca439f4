package eu.mpf.web.codelist;

import eu.mpf.web.value.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of codes in one of its versions.
 *
 * @param source the standard it comes from, where it is not the facility's own
 */
public record CodeList(
        String name,
        int version,
        LocalizedText title,
        @Nullable String source,
        List<CodeListEntry> entries) {}

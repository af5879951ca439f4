package eu.mpf.web.codelist;

import com.fasterxml.jackson.annotation.JsonCreator;
import eu.mpf.web.value.LocalizedText;
import java.util.List;

/**
 * One code, what it is called, and what else it is accepted as on input.
 *
 * @param retired whether it is used no more; what has it keeps it, and it is still understood
 */
public record CodeListEntry(String code, LocalizedText names, List<String> aliases, boolean retired) {
    @JsonCreator
    public CodeListEntry {
        aliases = List.copyOf(aliases);
    }

    /** One in use. */
    public CodeListEntry(String code, LocalizedText names, List<String> aliases) {
        this(code, names, aliases, false);
    }
}

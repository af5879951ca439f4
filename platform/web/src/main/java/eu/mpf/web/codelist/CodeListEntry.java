package eu.mpf.web.codelist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import eu.mpf.web.value.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One code, what it is called, and what else it is accepted as on input.
 *
 * @param retired whether it is used no more; what has it keeps it, and it is still understood
 */
public record CodeListEntry(String code, LocalizedText names, List<String> aliases, boolean retired) {
    public CodeListEntry {
        aliases = List.copyOf(aliases);
    }

    /** One in use. */
    public CodeListEntry(String code, LocalizedText names, List<String> aliases) {
        this(code, names, aliases, false);
    }

    /** Lists that came with the platform do not say of each code that it is in use. */
    @JsonCreator
    static CodeListEntry read(
            @JsonProperty("code") String code,
            @JsonProperty("names") LocalizedText names,
            @JsonProperty("aliases") List<String> aliases,
            @JsonProperty("retired") @Nullable Boolean retired) {
        return new CodeListEntry(code, names, aliases, Boolean.TRUE.equals(retired));
    }
}

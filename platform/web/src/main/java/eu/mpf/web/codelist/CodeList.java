package eu.mpf.web.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
        List<CodeListEntry> entries) {

    /** The language whose names count where versions say different things. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Schema(examples = "en")
    public String getBindingLanguage() {
        return BindingLanguage.of(null, title);
    }
}

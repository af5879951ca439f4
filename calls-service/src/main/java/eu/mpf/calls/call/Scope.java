package eu.mpf.calls.call;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a call is about and whom it is for, in codes of the code lists. An empty list leaves it open.
 *
 * @param countries the partner countries an action may take place in
 * @param applicantKinds the kinds of body that may lead an application
 * @param languages in which applications may be written
 */
public record Scope(
        @Size(max = 50) @Schema(description = "Codes of the list `themes`.", examples = "[\"border-management\"]")
        List<String> themes,

        @Size(max = 50) @Schema(description = "Codes of the list `sectors`.", examples = "[\"15190\"]")
        List<String> sectors,

        @Size(max = 250) @Schema(description = "ISO 3166-1 alpha-2; aliases are accepted.", examples = "[\"MD\"]")
        List<String> countries,

        @Size(max = 20)
        @Schema(description = "Codes of the list `organisation-kinds`.", examples = "[\"PUBLIC_AUTHORITY\"]")
        List<String> applicantKinds,

        @Size(max = 24) @Schema(description = "Codes of the list `languages`.", examples = "[\"en\"]")
        List<String> languages) {

    public static final Scope OPEN = new Scope(List.of(), List.of(), List.of(), List.of(), List.of());

    public Scope {
        themes = list(themes);
        sectors = list(sectors);
        countries = list(countries);
        applicantKinds = list(applicantKinds);
        languages = list(languages);
    }

    private static List<String> list(List<String> codes) {
        return codes == null ? List.of() : List.copyOf(codes);
    }
}

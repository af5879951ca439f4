package eu.mpf.projects.document.api;

import eu.mpf.projects.document.DocumentKind;
import eu.mpf.projects.document.LibraryFilter;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that narrow the library, taken as {@code @BeanParam}; repeated ones mean "or". */
public class LibraryQuery {

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(description = "Part of the title or description, in any language, whatever its case and accents.")
    public @Nullable String q;

    @QueryParam("kind")
    public List<DocumentKind> kind = List.of();

    @QueryParam("language")
    @Parameter(description = "Of the content: a code, alias or name of the code list languages.")
    public List<String> language = List.of();

    @QueryParam("licence")
    @Parameter(description = "A code, alias or name of the code list licences.")
    public List<String> licence = List.of();

    @QueryParam("theme")
    @Parameter(description = "Of the project: a code, alias or name of the code list themes.")
    public List<String> theme = List.of();

    @QueryParam("country")
    @Parameter(description = "A partner country of the project, by code, alias or name.")
    public List<String> country = List.of();

    @QueryParam("project")
    @Parameter(description = "The code of a project.")
    public List<String> project = List.of();

    LibraryFilter filter() {
        return new LibraryFilter(q, kind, language, licence, theme, country, project);
    }
}

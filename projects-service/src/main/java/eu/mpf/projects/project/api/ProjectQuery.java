package eu.mpf.projects.project.api;

import eu.mpf.projects.project.ProjectFilter;
import eu.mpf.projects.project.ProjectKind;
import eu.mpf.projects.project.ProjectStatus;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that choose projects: one field repeated is OR, different fields are AND. */
public class ProjectQuery {

    @QueryParam("q")
    @Parameter(
            description =
                    "Full text over title and summary in all languages, acronyms, code, reference, the names of all bodies that take part (former and later ones included) and of the countries in the languages of the Union. Forms of a word, its case, diacritics and the order of words do not matter; `\"a phrase\"`, `OR` and `-without` are understood.")
    public @Nullable String q;

    @QueryParam("code")
    public List<String> code = List.of();

    @QueryParam("status")
    public List<ProjectStatus> status = List.of();

    @QueryParam("kind")
    public List<ProjectKind> kind = List.of();

    @QueryParam("theme")
    @Parameter(description = "Codes of the list `themes`.")
    public List<String> theme = List.of();

    @QueryParam("fund")
    @Parameter(description = "Codes of the list `funds`.")
    public List<String> fund = List.of();

    @QueryParam("country")
    @Parameter(description = "Partner countries; aliases are accepted.")
    public List<String> country = List.of();

    @QueryParam("region")
    @Parameter(description = "Codes of the list `regions`.")
    public List<String> region = List.of();

    @QueryParam("type")
    @Parameter(
            description =
                    "Partnership types by code, name or alias, as the facility or the grantee classified the project.")
    public List<String> type = List.of();

    @QueryParam("lead")
    @Parameter(description = "Codes of leading organisations.")
    public List<String> lead = List.of();

    @QueryParam("callId")
    public List<String> callId = List.of();

    @QueryParam("grantId")
    public List<String> grantId = List.of();

    @QueryParam("startedAfter")
    @Parameter(description = "Started on this day or later.")
    public @Nullable LocalDate startedAfter;

    @QueryParam("startedBefore")
    @Parameter(description = "Started on this day or earlier.")
    public @Nullable LocalDate startedBefore;

    @QueryParam("notPresented")
    @DefaultValue("false")
    @Parameter(description = "Only projects that no event has presented yet.")
    public boolean notPresented;

    @QueryParam("asOf")
    @Parameter(description = "The portfolio as it was at the end of this day.")
    public @Nullable LocalDate asOf;

    public ProjectFilter filter() {
        return new ProjectFilter(
                q,
                code,
                status,
                kind,
                theme,
                fund,
                country,
                region,
                type,
                lead,
                callId,
                grantId,
                startedAfter,
                startedBefore,
                notPresented,
                asOf);
    }
}

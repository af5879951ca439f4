package eu.mpf.projects.project;

import eu.mpf.projects.typology.TypologyService;
import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Turns what a client asks for into conditions: aliases of codes and countries are understood. */
@ApplicationScoped
public class ProjectSelection {

    /** Longer questions are no questions; each word costs an index read for each of its stems. */
    private static final int LONGEST_QUESTION = 200;

    private final CodeLists codeLists;
    private final TypologyService typologies;

    ProjectSelection(CodeLists codeLists, TypologyService typologies) {
        this.codeLists = codeLists;
        this.typologies = typologies;
    }

    /** @param sight whose drafts are shown too */
    public ProjectConditions of(ProjectFilter f, ProjectSight sight) {
        ProjectConditions conditions = sight.narrow(new ProjectConditions().compare("p.valid @> ?::date", f.asOf()));
        if (f.asked()) {
            if (f.question().length() > LONGEST_QUESTION) {
                throw ProblemException.invalid("?q", "too-long", "at most " + LONGEST_QUESTION + " characters");
            }
            conditions.add("p.search @@ search_query(?)", f.question());
        }
        return conditions
                .anyOf("p.code", f.code())
                .anyOf("p.status", names(f.status()))
                .anyOf("p.kind", names(f.kind()))
                .anyOf("p.fund", resolved("funds", f.fund()))
                .anyOf("p.region", resolved("regions", f.region()))
                .anyOf("p.lead_code", f.lead())
                .anyOf("p.call_id", f.callId())
                .anyOf("p.grant_id::text", f.grantId())
                .overlap("p.themes", resolved("themes", f.theme()))
                .overlap("p.partner_countries", countries(f.country()))
                .within(
                        "EXISTS (SELECT 1 FROM current_classification c WHERE c.project_id = p.id AND c.means &&"
                                + " ?::text[])",
                        types(f.type()))
                .addIf(f.notPresented(), "NOT EXISTS (SELECT 1 FROM presentation s WHERE s.project_id = p.id::text)")
                .compare("p.start_date >= ?", f.startedAfter())
                .compare("p.start_date <= ?", f.startedBefore());
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(constant -> (String) constant.name()).toList();
    }

    private static List<String> countries(List<String> inputs) {
        return inputs.stream()
                .map(each -> Countries.known(each) ? Countries.canonical(each) : each)
                .toList();
    }

    /** A label may have meant another code in another version of the typology: whatever it ever stood for is wanted. */
    private List<String> types(List<String> labels) {
        return labels.stream()
                .flatMap(label -> {
                    Set<String> codes = typologies.codesOf(label);
                    return codes.isEmpty() ? Stream.of(label) : codes.stream();
                })
                .distinct()
                .toList();
    }

    private List<String> resolved(String codeList, List<String> inputs) {
        return inputs.stream()
                .map(input -> codeLists.resolve(codeList, input).orElse(input))
                .toList();
    }
}

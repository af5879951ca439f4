package eu.mpf.projects.exchange.intake;

import static eu.mpf.projects.ProjectsProblem.CODE_TAKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.projects.exchange.ProjectRecord;
import eu.mpf.projects.project.NewProject;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectService;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.projects.project.Visibility;
import eu.mpf.projects.published.NewPublishedValue;
import eu.mpf.projects.published.PublishedValueService;
import eu.mpf.projects.published.PublishedValueView;
import eu.mpf.web.bulk.Row;
import eu.mpf.web.bulk.RowOutcome;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes one row of a file into the portfolio, in the transaction of the row. */
@ApplicationScoped
public class ProjectIntake {

    private static final String TWINS = """
            SELECT id, code, acronym FROM project
            WHERE code = ? OR reference = ? OR (acronym IS NOT NULL AND plain(acronym) = plain(?)) LIMIT 5""";

    /** Told of the moment of entry; a project does not keep it as told. */
    private static final Set<String> ONCE = Set.of("effectiveOn", "statusReason", "notImported");

    private final ProjectService projects;
    private final ProjectReader reader;
    private final PublishedValueService published;
    private final ObjectMapper json;
    private final Sql sql;

    ProjectIntake(
            ProjectService projects,
            ProjectReader reader,
            PublishedValueService published,
            ObjectMapper json,
            Sql sql) {
        this.projects = projects;
        this.reader = reader;
        this.published = published;
        this.json = json;
        this.sql = sql;
    }

    private record Twin(UUID id, String code, @Nullable String acronym) {}

    /** A line of JSON, or an activity. */
    public RowOutcome takeLine(Row row) {
        return take(row, row.as(ProjectRecord.class));
    }

    /** A line of CSV. */
    public RowOutcome takeCells(Row row) {
        ProjectRecord told = ProjectCells.read(row);
        row.throwIfErrors();
        return take(row, told);
    }

    private RowOutcome take(Row row, ProjectRecord told) {
        if (told.notImported() != null) {
            told.notImported().forEach(name -> row.warn("", "not-imported", name + " has no place in a project"));
        }
        Optional<Twin> known = twin(told);
        if (known.isPresent()) {
            return again(known.get(), told);
        }
        ProjectView project = projects.register(new NewProject(
                told.code(),
                told.details(),
                told.visibility() == null ? Visibility.PUBLISHED : told.visibility(),
                told.moneyPublic() == null || told.moneyPublic(),
                told.since()));
        for (ProjectStatus.Move move : StatusPath.to(told.status(), told.granteeStanding())) {
            project = projects.move(project.id(), project.version(), move, told.since(), told.statusReason());
        }
        if (Boolean.FALSE.equals(told.moneyPublic()) && project.moneyPublic()) {
            project = projects.correct(project.id(), project.version(), json.createObjectNode(), null, false);
        }
        if (told.publishedValues() != null) {
            keep(row, project.id(), told.publishedValues());
        }
        return RowOutcome.created(project.code(), project.id());
    }

    /** One project may be spelled in two ways: the second spelling makes no second project. */
    private Optional<Twin> twin(ProjectRecord told) {
        for (Twin each : sql.list(
                TWINS,
                row -> new Twin(row.getObject("id", UUID.class), row.getString("code"), row.getString("acronym")),
                told.code(),
                told.reference(),
                told.acronym())) {
            if (each.code().equals(told.code())) {
                return Optional.of(each);
            }
            // A follow-on phase often keeps the acronym of the phase before it.
            if (told.predecessor() == null) {
                boolean sameAcronym = told.acronym() != null && told.acronym().equalsIgnoreCase(each.acronym());
                throw ProblemException.invalid(
                        sameAcronym ? "/acronym" : "/reference",
                        "same-project",
                        "Project " + each.code() + " has it already, and there is one project only");
            }
        }
        return Optional.empty();
    }

    /** The same told again changes nothing; something else told of it is not taken over by an import. */
    private RowOutcome again(Twin known, ProjectRecord told) {
        ProjectRecord present = ProjectRecord.of(
                reader.find(known.id()).orElseThrow(),
                published.list(known.id(), false).stream()
                        .map(ProjectIntake::asTold)
                        .toList());
        JsonNode before = json.valueToTree(present);
        JsonNode now = json.valueToTree(told);
        for (var field : now.properties()) {
            if (contradicts(field.getKey(), field.getValue(), before)) {
                throw new ProblemException(
                        CODE_TAKEN,
                        "Project " + known.code() + " exists with another " + field.getKey()
                                + "; correct or amend it instead");
            }
        }
        return RowOutcome.unchanged(known.code(), known.id());
    }

    private static boolean contradicts(String field, JsonNode told, JsonNode present) {
        boolean says = told.isValueNode() ? !told.isNull() : !told.isEmpty();
        return says && !ONCE.contains(field) && !told.equals(present.path(field));
    }

    private static NewPublishedValue asTold(PublishedValueView value) {
        return new NewPublishedValue(
                value.field(), value.printed(), value.source(), value.publishedOn(), value.current() ? true : null);
    }

    private void keep(Row row, UUID project, List<NewPublishedValue> values) {
        for (NewPublishedValue each : values) {
            PublishedValueView kept = published.record(project, each);
            if (!kept.wellFormed()) {
                row.warn(
                        "publishedValues",
                        "kept-as-printed",
                        each.field() + " \"" + each.printed() + "\" cannot be read beyond doubt ("
                                + kept.reading().problem() + ") and counts nowhere as a number or a date");
            }
        }
    }
}

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
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows of a file into the portfolio, in the transaction of the rows. Rows of which nothing is known yet are registered
 * together: most of what a project costs the database is the statement, not the row.
 */
@ApplicationScoped
public class ProjectIntake {

    private static final String TWINS = """
            SELECT id, code, acronym FROM project
            WHERE code = ? OR reference = ? OR (acronym IS NOT NULL AND plain(acronym) = plain(?)) LIMIT 5""";

    /** Whether any of several projects is known, or two of them have the same acronym. */
    private static final String ANY_TWIN = """
            SELECT EXISTS (SELECT 1 FROM project WHERE code = ANY (?::text[]))
                OR EXISTS (SELECT 1 FROM project WHERE reference = ANY (?::text[]))
                OR EXISTS (SELECT 1 FROM project WHERE acronym IS NOT NULL AND plain(acronym) = ANY (spelled.acronyms))
                OR cardinality(spelled.acronyms) > (SELECT count(DISTINCT each) FROM unnest(spelled.acronyms) each)
            FROM (SELECT ARRAY(SELECT plain(each) FROM unnest(?::text[]) each) AS acronyms) spelled""";

    /** Told of the moment of entry; a project does not keep it as told. */
    private static final Set<String> ONCE = Set.of("effectiveOn", "statusReason", "notImported");

    private final ProjectService projects;
    private final ProjectReader reader;
    private final PublishedValueService published;
    private final ObjectMapper json;
    private final Sql sql;
    private final EntityManager entities;

    ProjectIntake(
            ProjectService projects,
            ProjectReader reader,
            PublishedValueService published,
            ObjectMapper json,
            Sql sql,
            EntityManager entities) {
        this.projects = projects;
        this.reader = reader;
        this.published = published;
        this.json = json;
        this.sql = sql;
        this.entities = entities;
    }

    private record Twin(UUID id, String code, @Nullable String acronym) {}

    /** Lines of JSON, or activities. */
    public List<RowOutcome> takeLines(List<Row> rows) {
        return take(rows, row -> row.as(ProjectRecord.class));
    }

    /** Lines of CSV. */
    public List<RowOutcome> takeCells(List<Row> rows) {
        return take(rows, row -> {
            ProjectRecord told = ProjectCells.read(row);
            row.throwIfErrors();
            return told;
        });
    }

    private List<RowOutcome> take(List<Row> rows, Function<Row, ProjectRecord> reading) {
        List<ProjectRecord> told = rows.stream().map(reading).toList();
        List<ProjectView> registered = anyTwin(told)
                ? List.of()
                : projects.registerAll(told.stream().map(ProjectIntake::asNew).toList());
        List<RowOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            // No row needs the objects of another, and every flush looks at all that are held.
            entities.clear();
            warnOfOthers(rows.get(i), told.get(i));
            outcomes.add(
                    registered.isEmpty()
                            ? takeOne(rows.get(i), told.get(i))
                            : complete(rows.get(i), told.get(i), registered.get(i)));
            entities.flush();
        }
        return outcomes;
    }

    private RowOutcome takeOne(Row row, ProjectRecord told) {
        Optional<Twin> known = twin(told);
        return known.isPresent() ? again(known.get(), told) : complete(row, told, projects.register(asNew(told)));
    }

    private static NewProject asNew(ProjectRecord told) {
        return new NewProject(
                told.code(),
                told.details(),
                told.visibility() == null ? Visibility.PUBLISHED : told.visibility(),
                told.moneyPublic() == null || told.moneyPublic(),
                told.since());
    }

    private static void warnOfOthers(Row row, ProjectRecord told) {
        if (told.notImported() != null) {
            told.notImported().forEach(name -> row.warn("", "not-imported", name + " has no place in a project"));
        }
    }

    /** Brings a registered project to the state told, with what was published about it. */
    private RowOutcome complete(Row row, ProjectRecord told, ProjectView registered) {
        ProjectView project = registered;
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

    private boolean anyTwin(List<ProjectRecord> told) {
        List<String> codes =
                told.stream().map(ProjectRecord::code).filter(Objects::nonNull).toList();
        List<String> references = told.stream()
                .map(ProjectRecord::reference)
                .filter(Objects::nonNull)
                .toList();
        List<String> acronyms = told.stream()
                .map(ProjectRecord::acronym)
                .filter(Objects::nonNull)
                .toList();
        return Set.copyOf(codes).size() < codes.size()
                || Set.copyOf(references).size() < references.size()
                || sql.first(ANY_TWIN, row -> row.getBoolean(1), codes, references, acronyms)
                        .orElseThrow();
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

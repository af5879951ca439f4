package eu.mpf.projects.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.projects.exchange.iati.Activity;
import eu.mpf.projects.exchange.iati.IatiActivities;
import eu.mpf.projects.exchange.iati.IatiOrganisation;
import eu.mpf.projects.exchange.iati.Transaction;
import eu.mpf.projects.organisation.OrganisationReader;
import eu.mpf.projects.project.FlatProject;
import eu.mpf.projects.project.ProjectFilter;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectSight;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.projects.published.NewPublishedValue;
import eu.mpf.web.export.RowSource;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.time.PlatformTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Streams the portfolio in the formats of others; memory does not grow with the number of projects. */
@ApplicationScoped
public class PortfolioExport {

    private static final String PUBLISHED = """
            SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('field', v.field, 'printed', v.printed, 'source', v.source, \
            'publishedOn', v.published_on, 'current', NULLIF(v.current, false))) ORDER BY v.recorded_at, v.id) \
            FROM published_value v WHERE v.project_id = p.id AND v.withdrawn_at IS NULL""";

    private static final String MOVED = """
            SELECT jsonb_agg(jsonb_build_object('kind', m.kind, 'on', m.day, 'amount', \
            jsonb_build_object('amount', m.amount::text, 'currency', m.currency)) ORDER BY m.day, m.id) \
            FROM (SELECT kind, paid_on AS day, amount, currency, id FROM payment WHERE project_id = p.id AND status = 'PAID' \
            UNION ALL SELECT 'RECOVERY', recovered_on, -amount, currency, id FROM recovery \
            WHERE project_id = p.id AND status = 'RECOVERED') m""";

    private final ProjectReader projects;
    private final OrganisationReader organisations;
    private final StoredJson stored;
    private final ObjectMapper json;
    private final String base;

    PortfolioExport(
            ProjectReader projects,
            OrganisationReader organisations,
            StoredJson stored,
            ObjectMapper json,
            @ConfigProperty(name = "mpf.public-url") String base) {
        this.projects = projects;
        this.organisations = organisations;
        this.stored = stored;
        this.json = json;
        this.base = base;
    }

    /** The projects that match, with what the caller of now may see. */
    public RowSource<ProjectView> rows(ProjectFilter filter, PageParams params) {
        // Who asks is settled here: rows are read later, when the request's identity may be gone.
        ProjectSight sight = projects.sight();
        projects.checkOrder(filter, params);
        return consumer -> projects.forEach(filter, params, sight, consumer);
    }

    /** As {@link #rows}, as rows of a table. */
    public RowSource<FlatProject> flat(ProjectFilter filter, PageParams params) {
        ProjectSight sight = projects.sight();
        projects.checkOrder(filter, params);
        return consumer -> projects.forEachFlat(filter, params, sight, consumer);
    }

    /** As {@link #rows}, with all that an import needs. */
    public RowSource<ProjectRecord> records(ProjectFilter filter, PageParams params) {
        ProjectSight sight = projects.sight();
        projects.checkOrder(filter, params);
        return consumer -> projects.forEachWith(
                PUBLISHED,
                filter,
                params,
                sight,
                (project, published) -> consumer.accept(ProjectRecord.of(project, published(published))));
    }

    /** As {@link #rows}, with the money that has moved, where the reader may see it. */
    public RowSource<Activity> activities(ProjectFilter filter, PageParams params) {
        ProjectSight sight = projects.sight();
        projects.checkOrder(filter, params);
        return consumer -> projects.forEachWith(
                sight.all() ? MOVED : MOVED + " WHERE p.money_public",
                filter,
                params,
                sight,
                (project, moved) -> consumer.accept(new Activity(
                        project,
                        moved == null ? List.of() : stored.read(moved, new TypeReference<List<Transaction>>() {}))));
    }

    private List<NewPublishedValue> published(@Nullable String values) {
        return values == null ? List.of() : stored.read(values, new TypeReference<List<NewPublishedValue>>() {});
    }

    /** Writes one JSON object per line. */
    public void jsonLines(RowSource<ProjectRecord> rows, OutputStream out) throws IOException {
        lines(ProjectRecord.class, rows, out);
    }

    /** Writes the register of organisations, one JSON object per line. */
    public void organisations(OutputStream out) throws IOException {
        lines(
                OrganisationRecord.class,
                consumer -> organisations.forEach(each -> consumer.accept(OrganisationRecord.of(each))),
                out);
    }

    private <T> void lines(Class<T> type, RowSource<T> rows, OutputStream out) throws IOException {
        try (var lines = json.writerFor(type).withRootValueSeparator("\n").writeValues(out)) {
            rows.forEach(row -> {
                try {
                    lines.write(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Writes IATI 2.03 activities. */
    public void iati(RowSource<Activity> rows, OutputStream out) {
        IatiActivities activities = new IatiActivities(out, PlatformTime.now(), base);
        rows.forEach(activities::write);
        // Only now: an export that broke off must not look complete.
        activities.finish();
    }

    /** Writes the IATI 2.03 organisation file of the facility. */
    public void iatiOrganisation(List<IatiOrganisation.Year> years, OutputStream out) {
        IatiOrganisation.write(out, PlatformTime.now(), base, years);
    }

    /** Writes a 360Giving package. */
    public void threeSixtyGiving(RowSource<ProjectView> rows, OutputStream out) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            ThreeSixtyGiving.write(rows, generator, base, PlatformTime.now());
        }
    }

    /** Writes the columns of CORDIS. */
    public void cordis(RowSource<ProjectView> rows, OutputStream out) throws IOException {
        CordisCsv.write(rows, out);
    }

    /** Writes a map of the partner countries. */
    public void geoJson(List<CountryFigures.Sum> sums, OutputStream out) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            CountryFigures.write(sums, generator);
        }
    }
}

package eu.mpf.projects.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import eu.mpf.projects.project.ProjectConditions;
import eu.mpf.projects.project.ProjectFilter;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectSelection;
import eu.mpf.projects.project.ProjectSight;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.SortType;
import eu.mpf.web.value.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio on a map: one feature for each partner country, with counts and sums by currency. A project of several
 * countries counts whole in each, so that features do not add up to the portfolio; unknown amounts are counted apart.
 */
@ApplicationScoped
public class CountryFigures {

    private static final String BY_COUNTRY = """
            (SELECT country, COALESCE(currency, '') AS currency, count(*) AS projects,
                    sum(total) AS total, count(*) FILTER (WHERE total IS NULL) AS total_unknown,
                    sum(eu_share) AS eu_share, count(*) FILTER (WHERE eu_share IS NULL) AS eu_share_unknown
             FROM (SELECT unnest(p.partner_countries) AS country,
                          CASE WHEN ? OR p.money_public THEN p.currency END AS currency,
                          CASE WHEN ? OR p.money_public THEN p.total END AS total,
                          CASE WHEN ? OR p.money_public THEN p.eu_share END AS eu_share
                   FROM %s%s) p
             GROUP BY country, currency) c""";

    private final Listing listing;
    private final ProjectSelection selection;
    private final ProjectReader projects;

    CountryFigures(Listing listing, ProjectSelection selection, ProjectReader projects) {
        this.listing = listing;
        this.selection = selection;
        this.projects = projects;
    }

    /** What the projects of one country sum up to in one currency; none where no amount is known. */
    public record Sum(
            String country,
            String currency,
            long projects,
            @Nullable BigDecimal total,
            long totalUnknown,
            @Nullable BigDecimal euShare,
            long euShareUnknown) {}

    /** Sums by country, in the order of their codes. */
    public List<Sum> of(ProjectFilter filter) {
        ProjectSight sight = projects.sight().ofFigures();
        ProjectConditions conditions = selection.of(filter, sight);
        boolean all = sight.all();
        Object[] values = Stream.concat(Stream.of(all, all, all), Stream.of(conditions.values()))
                .toArray();
        List<Sum> sums = new ArrayList<>();
        listing
                .<Sum>select("c.*")
                .from(BY_COUNTRY.formatted(ProjectReader.table(filter), conditions.where()), values)
                .plannedByValues()
                .sortableNotNull("country", "c.country", SortType.TEXT)
                .idColumn("c.currency", SortType.TEXT)
                .defaultSort("country")
                .stream(
                        row -> new Sum(
                                row.getString("country"),
                                row.getString("currency"),
                                row.getLong("projects"),
                                row.getBigDecimal("total"),
                                row.getLong("total_unknown"),
                                row.getBigDecimal("eu_share"),
                                row.getLong("eu_share_unknown")),
                        sums::add);
        return sums;
    }

    /** Writes GeoJSON (RFC 7946). */
    static void write(List<Sum> sums, JsonGenerator json) throws IOException {
        Map<String, List<Sum>> byCountry = new LinkedHashMap<>();
        sums.forEach(sum ->
                byCountry.computeIfAbsent(sum.country(), _ -> new ArrayList<>()).add(sum));
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        for (var country : byCountry.entrySet()) {
            feature(country.getKey(), country.getValue(), json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private static void feature(String country, List<Sum> sums, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", country);
        var point = CountryPoints.of(country);
        if (point.isPresent()) {
            json.writeObjectFieldStart("geometry");
            json.writeStringField("type", "Point");
            json.writeArrayFieldStart("coordinates");
            json.writeNumber(point.get().longitude());
            json.writeNumber(point.get().latitude());
            json.writeEndArray();
            json.writeEndObject();
        } else {
            json.writeNullField("geometry");
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("country", country);
        json.writeStringField("name", Countries.name(country, Locale.ENGLISH));
        json.writeNumberField("projects", sums.stream().mapToLong(Sum::projects).sum());
        amounts("total", sums, Sum::total, json);
        json.writeNumberField(
                "totalUnknown", sums.stream().mapToLong(Sum::totalUnknown).sum());
        amounts("euShare", sums, Sum::euShare, json);
        json.writeNumberField(
                "euShareUnknown", sums.stream().mapToLong(Sum::euShareUnknown).sum());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void amounts(
            String field,
            List<Sum> sums,
            java.util.function.Function<Sum, @Nullable BigDecimal> amount,
            JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (Sum sum : sums) {
            BigDecimal value = amount.apply(sum);
            if (value != null) {
                json.writeStartObject();
                json.writeStringField("amount", Objects.requireNonNull(value).toPlainString());
                json.writeStringField("currency", sum.currency());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}

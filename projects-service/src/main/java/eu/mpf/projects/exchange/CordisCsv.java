package eu.mpf.projects.exchange;

import eu.mpf.projects.project.Budget;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.export.RowSource;
import eu.mpf.web.value.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Projects in the columns of the project file of CORDIS, the Commission's research portal: separated by semicolons, every
 * cell quoted, decimals with a comma.
 *
 * @see <a href="https://data.europa.eu/data/datasets/cordis-eu-research-projects-under-horizon-europe-2021-2027">the data set</a>
 */
final class CordisCsv {

    private static final List<String> COLUMNS = List.of(
            "id",
            "acronym",
            "status",
            "title",
            "startDate",
            "endDate",
            "totalCost",
            "ecMaxContribution",
            "legalBasis",
            "topics",
            "ecSignatureDate",
            "frameworkProgramme",
            "masterCall",
            "subCall",
            "fundingScheme",
            "nature",
            "objective",
            "contentUpdateDate",
            "rcn",
            "grantDoi");

    private static final DateTimeFormatter UPDATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private CordisCsv() {}

    static void write(RowSource<ProjectView> rows, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        line(writer, COLUMNS);
        rows.forEach(project -> {
            try {
                line(writer, cells(project));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.flush();
    }

    private static List<String> cells(ProjectView p) {
        Budget budget = p.budget();
        List<String> cells = new ArrayList<>();
        cells.add(p.reference() == null ? p.code() : p.reference());
        cells.add(p.acronym() == null ? p.code() : p.acronym());
        cells.add(status(p.status()));
        cells.add(p.title().get(List.of()));
        cells.add(text(p.startDate()));
        cells.add(text(p.endDate()));
        cells.add(amount(budget == null ? null : budget.total()));
        cells.add(amount(budget == null ? null : budget.euShare()));
        cells.add(text(p.fund()));
        cells.add(String.join(", ", p.themes()));
        cells.add(p.status() == ProjectStatus.CONTRACTED ? text(p.statusSince()) : "");
        cells.add(text(p.fund()));
        cells.add(text(p.callKey()));
        cells.add(text(p.callKey()));
        cells.add(p.kind().name());
        cells.add("");
        cells.add(p.summary() == null ? "" : p.summary().get(List.of()));
        cells.add(UPDATED.format(p.updatedAt()));
        cells.add(p.code());
        cells.add("");
        return cells;
    }

    /** The words CORDIS knows: SIGNED, CLOSED, TERMINATED. What is not signed yet has none of its own there. */
    private static String status(ProjectStatus status) {
        return switch (status) {
            case PLANNED -> "PLANNED";
            case CONTRACTED, RUNNING -> "SIGNED";
            case SUSPENDED -> "SUSPENDED";
            case CLOSED -> "CLOSED";
            case TERMINATED -> "TERMINATED";
        };
    }

    private static String amount(@Nullable Money money) {
        return money == null ? "" : money.amount().toPlainString().replace('.', ',');
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            writer.write(i == 0 ? "\"" : ";\"");
            writer.write(harmless(cells.get(i)).replace("\"", "\"\""));
            writer.write('"');
        }
        writer.write("\r\n");
    }

    /** A spreadsheet must not take a text for a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

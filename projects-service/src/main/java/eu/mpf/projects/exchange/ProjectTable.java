package eu.mpf.projects.exchange;

import eu.mpf.projects.project.Budget;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.export.Table;
import eu.mpf.web.value.Money;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A project as one row of a table: the same columns in CSV, XLSX and JSON Lines. Unknown amounts are empty cells. */
public final class ProjectTable {

    public static final Table<ProjectView> TABLE = Table.of(ProjectView.class)
            .column("code", ProjectView::code)
            .column("reference", ProjectView::reference)
            .column("acronym", ProjectView::acronym)
            .column("title", ProjectView::title)
            .column("kind", ProjectView::kind)
            .column("status", ProjectView::status)
            .column("statusSince", ProjectView::statusSince)
            .column("granteeStanding", ProjectView::granteeStanding)
            .column("leadOrganisation", ProjectView::leadOrganisation)
            .column("leadName", ProjectView::leadName)
            .column("memberStates", ProjectView::memberStates)
            .column("partnerCountries", ProjectView::partnerCountries)
            .column("region", ProjectView::region)
            .column("themes", ProjectView::themes)
            .column("startDate", ProjectView::startDate)
            .column("endDate", ProjectView::endDate)
            .column("fund", ProjectView::fund)
            .column("total", money(Budget::total))
            .column("euShare", money(Budget::euShare))
            .column("currency", project -> {
                Money total = project.budget() == null ? null : project.budget().total();
                return total == null ? null : total.currency();
            })
            .column(
                    "ratePercent",
                    project ->
                            project.budget() == null ? null : project.budget().rate())
            .column("predecessor", ProjectView::predecessor)
            .column("callKey", ProjectView::callKey)
            .column("id", ProjectView::id)
            .column("version", ProjectView::version);

    private ProjectTable() {}

    private static Function<ProjectView, @Nullable Object> money(Function<Budget, @Nullable Money> amount) {
        return project -> project.budget() == null ? null : amount.apply(project.budget());
    }
}

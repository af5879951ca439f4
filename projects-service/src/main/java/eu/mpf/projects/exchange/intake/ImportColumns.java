package eu.mpf.projects.exchange.intake;

import eu.mpf.projects.exchange.ProjectRecord;
import eu.mpf.web.bulk.ImportTarget;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What files of projects and organisations may hold. */
public final class ImportColumns {

    private static final int ROWS_AT_ONCE = 200;

    public static final ImportTarget PROJECT_CELLS =
            new ImportTarget("projects", "", "project", ProjectCells.columns(), ROWS_AT_ONCE);

    public static final ImportTarget PROJECT_LINES = new ImportTarget(
            "projects",
            "",
            "project",
            Arrays.stream(ProjectRecord.class.getRecordComponents())
                    .map(component -> component.getName())
                    .collect(Collectors.toUnmodifiableSet()),
            ROWS_AT_ONCE);

    public static final ImportTarget ORGANISATIONS =
            new ImportTarget("organisations", "", "organisation", Set.copyOf(OrganisationIntake.COLUMNS), ROWS_AT_ONCE);

    private ImportColumns() {}
}

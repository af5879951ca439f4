package eu.mpf.projects.exchange;

import eu.mpf.projects.project.FlatProject;
import eu.mpf.web.export.Table;

/** A project as one row of a table: the same columns in CSV and XLSX. Unknown amounts are empty cells. */
public final class ProjectTable {

    public static final Table<FlatProject> TABLE = Table.of(FlatProject.class)
            .column("code", FlatProject::code)
            .column("reference", FlatProject::reference)
            .column("acronym", FlatProject::acronym)
            .column("title", FlatProject::title)
            .column("kind", FlatProject::kind)
            .column("status", FlatProject::status)
            .column("statusSince", FlatProject::statusSince)
            .column("granteeStanding", FlatProject::granteeStanding)
            .column("leadOrganisation", FlatProject::leadOrganisation)
            .column("leadName", FlatProject::leadName)
            .column("memberStates", FlatProject::memberStates)
            .column("partnerCountries", FlatProject::partnerCountries)
            .column("region", FlatProject::region)
            .column("themes", FlatProject::themes)
            .column("startDate", FlatProject::startDate)
            .column("endDate", FlatProject::endDate)
            .column("fund", FlatProject::fund)
            .column("total", FlatProject::total)
            .column("euShare", FlatProject::euShare)
            .column("currency", FlatProject::currency)
            .column("ratePercent", FlatProject::ratePercent)
            .column("predecessor", FlatProject::predecessor)
            .column("callKey", FlatProject::callKey)
            .column("id", FlatProject::id)
            .column("version", FlatProject::version);

    private ProjectTable() {}
}

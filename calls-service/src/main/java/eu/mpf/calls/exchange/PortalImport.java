package eu.mpf.calls.exchange;

import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallService;
import eu.mpf.web.bulk.ImportTarget;
import eu.mpf.web.bulk.Row;
import eu.mpf.web.bulk.RowOutcome;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One import of calls of the portal; an identifier may stand in it once. */
public final class PortalImport {

    /** What the portal's two interfaces call their fields; one it does not know is refused rather than overlooked. */
    public static final ImportTarget TARGET = new ImportTarget(
            "portal-calls",
            "",
            "call",
            Set.of(
                    "identifier",
                    "callIdentifier",
                    "reference",
                    "title",
                    "callTitle",
                    "description",
                    "descriptionByte",
                    "summary",
                    "startDate",
                    "openingDate",
                    "plannedOpeningDateLong",
                    "plannedOpeningDate",
                    "deadlineDate",
                    "deadlineDatesLong",
                    "deadlineDates",
                    "deadlineModel",
                    "submissionProcedure",
                    "sumbissionProcedure",
                    "budget",
                    "budgetOverview",
                    "budgetOverviewJSONItem",
                    "metadata",
                    "status",
                    "type",
                    "ccm2Id",
                    "cftId",
                    "callccm2Id",
                    "publicationDate",
                    "publicationDateLong",
                    "tags",
                    "keywords",
                    "flags",
                    "frameworkProgramme",
                    "programmePeriod",
                    "programmeDivision",
                    "typesOfAction",
                    "typeOfMGAs",
                    "actions",
                    "language",
                    "url",
                    "links",
                    "content",
                    "conditions",
                    "duration",
                    "furtherInformation",
                    "latestInfos",
                    "focusArea",
                    "crossCuttingPriorities",
                    "destination",
                    "destinationGroup",
                    "DATASOURCE"),
            1);

    private final CallService calls;
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    public PortalImport(CallService calls) {
        this.calls = calls;
    }

    /** Drafts the call of a row; a draft nobody has worked on since its import is brought up to date. */
    public RowOutcome take(Row row) {
        PortalCall found = PortalCall.read(row);
        // The same row may be tried twice; another row with the same identifier is a duplicate.
        Integer first = seen.putIfAbsent(found.key().toLowerCase(Locale.ROOT), row.number());
        if (first != null && first != row.number()) {
            row.error("identifier", "duplicate", "row " + first + " has the same identifier");
            row.throwIfErrors();
        }
        CallService.Drafted drafted = calls.takeDraft(found.key(), found.terms());
        Call call = drafted.call();
        return switch (drafted.change()) {
            case CREATED -> RowOutcome.created(call.key(), call.id());
            case UPDATED -> RowOutcome.updated(call.key(), call.id());
            case UNCHANGED -> RowOutcome.unchanged(call.key(), call.id());
        };
    }
}

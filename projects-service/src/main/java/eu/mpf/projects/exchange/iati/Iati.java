package eu.mpf.projects.exchange.iati;

import eu.mpf.projects.project.ProjectStatus;
import org.jspecify.annotations.Nullable;

/** Words of the standard that are both written and read. */
final class Iati {

    static final String VERSION = "2.03";

    /** The facility as reporting organisation; stands before a project's code in its identifier. */
    static final String REPORTER = "XM-MPF";

    static final String REPORTER_NAME = "Migration Partnership Facility";

    /** Code list OrganisationType: multilateral. */
    static final String MULTILATERAL = "40";

    /** Namespace of what the standard has no place for, as it allows on most of its elements. */
    static final String OWN = "https://mpf.example/ns/iati";

    static final String OWN_PREFIX = "mpf";

    /** Code lists Vocabulary: that of the reporting organisation. */
    static final String OWN_VOCABULARY = "99";

    /** Code lists OrganisationRole. */
    static final String FUNDING = "1";

    static final String ACCOUNTABLE = "2";
    static final String IMPLEMENTING = "4";

    /** Code list ActivityDateType. */
    static final String PLANNED_START = "1";

    static final String ACTUAL_START = "2";
    static final String PLANNED_END = "3";
    static final String ACTUAL_END = "4";

    /** Code list DescriptionType. */
    static final String GENERAL = "1";

    static final String OTHER = "4";

    /** Code list OtherIdentifierType: the reporting organisation's own. */
    static final String INTERNAL_IDENTIFIER = "A1";

    /** Code list RelatedActivityType: siblings; here a phase and the one before it. */
    static final String SIBLING = "3";

    /** Code list TransactionType: outgoing commitment. */
    static final String COMMITMENT = "2";

    /** Funds placed at the disposal of a recipient. "Reimbursement" (7) is no money that comes back. */
    static final String DISBURSEMENT = "3";

    /** Code list Sector (DAC): facilitation of orderly, safe, regular and responsible migration and mobility. */
    static final String MIGRATION = "15190";

    /** Code list Region: developing countries, unspecified; for a project that names no country and no region. */
    static final String UNSPECIFIED = "998";

    private Iati() {}

    /** Code list ActivityStatus. */
    static String status(ProjectStatus status) {
        return switch (status) {
            case PLANNED, CONTRACTED -> "1";
            case RUNNING -> "2";
            case CLOSED -> "4";
            case TERMINATED -> "5";
            case SUSPENDED -> "6";
        };
    }

    /** What a code of ActivityStatus means here; without a known one nothing is promised. */
    static ProjectStatus status(@Nullable String code) {
        return switch (String.valueOf(code)) {
            case "2", "3" -> ProjectStatus.RUNNING;
            case "4" -> ProjectStatus.CLOSED;
            case "5" -> ProjectStatus.TERMINATED;
            case "6" -> ProjectStatus.SUSPENDED;
            default -> ProjectStatus.PLANNED;
        };
    }
}

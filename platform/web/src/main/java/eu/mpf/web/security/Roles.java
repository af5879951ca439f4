package eu.mpf.web.security;

/** The roles a token may carry, as {@code @RolesAllowed} names them. */
public final class Roles {
    public static final String PROGRAMME_OFFICER = "programme-officer";
    public static final String FINANCE_OFFICER = "finance-officer";
    public static final String EVENT_MANAGER = "event-manager";
    public static final String RAPPORTEUR = "rapporteur";
    public static final String EVALUATOR = "evaluator";
    public static final String COMMITTEE_MEMBER = "committee-member";
    public static final String CONSULTEE = "consultee";
    public static final String APPLICANT = "applicant";
    public static final String AUDITOR = "auditor";
    public static final String DATA_PROTECTION_OFFICER = "data-protection-officer";
    public static final String ADMINISTRATOR = "administrator";
    public static final String PARTNER = "partner";

    private Roles() {}
}

package eu.mpf.projects.project;

/** In which role a body joins a project. */
public enum PartnerRole {
    PARTNER,
    CO_APPLICANT,
    AFFILIATED,
    ASSOCIATED,
    SUBCONTRACTOR;

    /** Roles of other systems that this one does not know count as plain partners. */
    public static PartnerRole from(String role) {
        for (PartnerRole known : values()) {
            if (known.name().equals(role)) {
                return known;
            }
        }
        return PARTNER;
    }
}

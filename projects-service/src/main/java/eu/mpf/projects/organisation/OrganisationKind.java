package eu.mpf.projects.organisation;

/** What kind of body an organisation is; calls refer to it in their rules of eligibility. */
public enum OrganisationKind {
    PUBLIC_AUTHORITY,
    PUBLIC_OPERATOR,
    INTERNATIONAL_ORGANISATION,
    EU_SERVICE,
    EU_AGENCY,
    UNIVERSITY,
    RESEARCH,
    CIVIL_SOCIETY,
    EMPLOYERS_ASSOCIATION,
    PRIVATE_COMPANY,
    OTHER
}

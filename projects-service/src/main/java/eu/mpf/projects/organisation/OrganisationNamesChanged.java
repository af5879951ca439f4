package eu.mpf.projects.organisation;

import java.util.Set;

/** Told inside this service, in the same transaction, so that what is found by a body's names stays true. */
public record OrganisationNamesChanged(Set<String> codes) {}

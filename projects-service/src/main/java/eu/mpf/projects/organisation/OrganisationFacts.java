package eu.mpf.projects.organisation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation as told to other systems; bodies are no persons, so nothing here is personal data. */
record OrganisationFacts(
        UUID organisationId,
        String code,
        String name,
        OrganisationKind kind,
        String country,
        List<String> formerNames,
        List<Identifier> identifiers,
        @Nullable String succeededBy,
        @Nullable String mergedInto) {}

package eu.mpf.projects.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name an organisation bore.
 *
 * @param until the last day it was valid; absent for the name of today
 */
public record OrganisationName(
        String name, @Nullable LocalDate from, @Nullable LocalDate until) {}

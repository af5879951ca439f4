package eu.mpf.projects.project;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A report of a project, as told to other systems: that it is in, not what it says.
 *
 * @param kind INTERIM or FINAL
 * @param number counts the reports of a project from 1
 * @param on the day it was submitted or accepted
 */
public record ReportFacts(
        UUID reportId,
        String kind,
        int number,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate dueOn,
        LocalDate on) {}

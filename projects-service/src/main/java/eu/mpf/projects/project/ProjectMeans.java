package eu.mpf.projects.project;

import java.time.LocalDate;
import java.util.List;

/**
 * How a project works in partnership, in somebody's view.
 *
 * @param view FACILITY or GRANTEE
 * @param means codes of partnership types
 */
public record ProjectMeans(int typologyVersion, String view, List<String> means, LocalDate decidedOn) {}

package eu.mpf.projects.exchange.iati;

import eu.mpf.projects.project.ProjectView;
import java.util.List;

/** A project with the money that has moved, in the order of the days. */
public record Activity(ProjectView project, List<Transaction> transactions) {}

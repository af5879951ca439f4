/** Bodies that lead, join or benefit from projects, with their names over time. */
@NullMarked
package eu.mpf.projects.organisation;

import org.jspecify.annotations.NullMarked;

/** Figures of the portfolio on any day, and frozen snapshots. */
@NullMarked
package eu.mpf.projects.portfolio;

import org.jspecify.annotations.NullMarked;

/** Interim and final reports: their schedule, their way from draft to accepted, and what is due. */
@NullMarked
package eu.mpf.projects.reporting;

import org.jspecify.annotations.NullMarked;

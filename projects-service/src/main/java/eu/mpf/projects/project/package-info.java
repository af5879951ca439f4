/** The portfolio's projects: description, status, versions. */
@NullMarked
package eu.mpf.projects.project;

import org.jspecify.annotations.NullMarked;

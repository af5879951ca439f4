/** Finding projects: hits with their weight, counts by facet, and projects like another. */
@NullMarked
package eu.mpf.projects.search;

import org.jspecify.annotations.NullMarked;

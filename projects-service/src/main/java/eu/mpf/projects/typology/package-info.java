/** The partnership typology as a versioned taxonomy. */
@NullMarked
package eu.mpf.projects.typology;

import org.jspecify.annotations.NullMarked;

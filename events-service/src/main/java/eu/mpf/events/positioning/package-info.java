/** Exercises in which grantees place their projects in the typology. */
@NullMarked
package eu.mpf.events.positioning;

import org.jspecify.annotations.NullMarked;

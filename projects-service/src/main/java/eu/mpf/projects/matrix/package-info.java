/** Projects against types, for one version of the typology and one set of projects. */
@NullMarked
package eu.mpf.projects.matrix;

import org.jspecify.annotations.NullMarked;

/** Projects of the facility: organisations, portfolio, typology, figures and exports. */
@NullMarked
package eu.mpf.projects;

import org.jspecify.annotations.NullMarked;

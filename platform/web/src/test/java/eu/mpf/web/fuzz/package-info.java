/** Hostile inputs for parsers. */
@NullMarked
package eu.mpf.web.fuzz;

import org.jspecify.annotations.NullMarked;

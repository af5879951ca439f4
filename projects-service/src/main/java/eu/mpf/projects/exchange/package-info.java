/** The portfolio in formats of others. */
@NullMarked
package eu.mpf.projects.exchange;

import org.jspecify.annotations.NullMarked;

/** Figures and snapshots over HTTP. */
@NullMarked
package eu.mpf.projects.portfolio.api;

import org.jspecify.annotations.NullMarked;

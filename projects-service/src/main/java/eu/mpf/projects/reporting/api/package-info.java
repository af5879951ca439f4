/** Reports over HTTP. */
@NullMarked
package eu.mpf.projects.reporting.api;

import org.jspecify.annotations.NullMarked;

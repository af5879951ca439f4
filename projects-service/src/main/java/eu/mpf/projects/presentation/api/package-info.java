/** Presentations over HTTP. */
@NullMarked
package eu.mpf.projects.presentation.api;

import org.jspecify.annotations.NullMarked;

/** Presentations told by the events service. */
@NullMarked
package eu.mpf.projects.presentation.messaging;

import org.jspecify.annotations.NullMarked;

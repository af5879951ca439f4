/** Positions taken in exercises of the events service, kept as evidence. */
@NullMarked
package eu.mpf.projects.classification.messaging;

import org.jspecify.annotations.NullMarked;

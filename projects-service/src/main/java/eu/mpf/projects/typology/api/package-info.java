/** Typologies over HTTP. */
@NullMarked
package eu.mpf.projects.typology.api;

import org.jspecify.annotations.NullMarked;

/** The matrix over HTTP, as data and as a picture. */
@NullMarked
package eu.mpf.projects.matrix.api;

import org.jspecify.annotations.NullMarked;

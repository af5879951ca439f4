/** Documents over HTTP. */
@NullMarked
package eu.mpf.projects.document.api;

import org.jspecify.annotations.NullMarked;

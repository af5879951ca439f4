/** Search over HTTP. */
@NullMarked
package eu.mpf.projects.search.api;

import org.jspecify.annotations.NullMarked;

/** Results over HTTP. */
@NullMarked
package eu.mpf.projects.result.api;

import org.jspecify.annotations.NullMarked;

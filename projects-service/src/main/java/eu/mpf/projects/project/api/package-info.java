/** Projects over HTTP. */
@NullMarked
package eu.mpf.projects.project.api;

import org.jspecify.annotations.NullMarked;

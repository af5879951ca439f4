/** Recovery orders over HTTP. */
@NullMarked
package eu.mpf.projects.recovery.api;

import org.jspecify.annotations.NullMarked;

/** The visibility check-list over HTTP. */
@NullMarked
package eu.mpf.projects.visibility.api;

import org.jspecify.annotations.NullMarked;

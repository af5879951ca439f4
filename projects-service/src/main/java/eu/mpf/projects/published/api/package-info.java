/** Published values over HTTP. */
@NullMarked
package eu.mpf.projects.published.api;

import org.jspecify.annotations.NullMarked;

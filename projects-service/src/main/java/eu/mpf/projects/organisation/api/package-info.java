/** Organisations over HTTP. */
@NullMarked
package eu.mpf.projects.organisation.api;

import org.jspecify.annotations.NullMarked;

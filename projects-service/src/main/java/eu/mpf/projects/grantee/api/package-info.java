/** Grantees over HTTP. */
@NullMarked
package eu.mpf.projects.grantee.api;

import org.jspecify.annotations.NullMarked;

/** Data protection requests over HTTP. */
@NullMarked
package eu.mpf.gateway.subject.api;

import org.jspecify.annotations.NullMarked;

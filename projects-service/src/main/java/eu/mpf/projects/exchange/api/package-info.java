/** Exports over HTTP. */
@NullMarked
package eu.mpf.projects.exchange.api;

import org.jspecify.annotations.NullMarked;

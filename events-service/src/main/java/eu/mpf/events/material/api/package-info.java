/** Materials over HTTP. */
@NullMarked
package eu.mpf.events.material.api;

import org.jspecify.annotations.NullMarked;

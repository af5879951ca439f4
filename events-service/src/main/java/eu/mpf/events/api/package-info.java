/** What all resources of this service share. */
@NullMarked
package eu.mpf.events.api;

import org.jspecify.annotations.NullMarked;

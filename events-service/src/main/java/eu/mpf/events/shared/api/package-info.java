/** What all resources of this service share. */
@NullMarked
package eu.mpf.events.shared.api;

import org.jspecify.annotations.NullMarked;

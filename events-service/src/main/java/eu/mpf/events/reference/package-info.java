/** What this service knows of projects, calls, typologies and organisations, from their owners' events. */
@NullMarked
package eu.mpf.events.reference;

import org.jspecify.annotations.NullMarked;

/** Where one joins a session online, and from when. */
@NullMarked
package eu.mpf.events.joinlink;

import org.jspecify.annotations.NullMarked;

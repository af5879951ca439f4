/** Join links over HTTP. */
@NullMarked
package eu.mpf.events.joinlink.api;

import org.jspecify.annotations.NullMarked;

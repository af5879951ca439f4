/** People over HTTP. */
@NullMarked
package eu.mpf.events.person.api;

import org.jspecify.annotations.NullMarked;

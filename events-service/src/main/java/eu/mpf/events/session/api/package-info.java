/** Sessions, contributions and the programme over HTTP. */
@NullMarked
package eu.mpf.events.session.api;

import org.jspecify.annotations.NullMarked;

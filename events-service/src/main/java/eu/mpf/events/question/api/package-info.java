/** Questions over HTTP. */
@NullMarked
package eu.mpf.events.question.api;

import org.jspecify.annotations.NullMarked;

/** Questions from the audience. */
@NullMarked
package eu.mpf.events.question;

import org.jspecify.annotations.NullMarked;

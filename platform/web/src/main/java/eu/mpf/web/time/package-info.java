/** The time of the platform: the database's clock, by which deadlines are decided, and what a rehearsal moves it by. */
@NullMarked
package eu.mpf.web.time;

import org.jspecify.annotations.NullMarked;

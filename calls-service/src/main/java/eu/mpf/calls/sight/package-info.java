/** For whom the database is asked: the second wall around applications. */
@NullMarked
package eu.mpf.calls.sight;

import org.jspecify.annotations.NullMarked;

@NullMarked
package eu.mpf.calls.sight;

import org.jspecify.annotations.NullMarked;

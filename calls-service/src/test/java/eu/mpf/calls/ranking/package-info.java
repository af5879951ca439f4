@NullMarked
package eu.mpf.calls.ranking;

import org.jspecify.annotations.NullMarked;

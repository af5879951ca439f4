@NullMarked
package eu.mpf.calls.letter;

import org.jspecify.annotations.NullMarked;

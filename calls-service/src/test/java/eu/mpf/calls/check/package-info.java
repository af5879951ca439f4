@NullMarked
package eu.mpf.calls.check;

import org.jspecify.annotations.NullMarked;

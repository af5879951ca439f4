@NullMarked
package eu.mpf.calls.exchange;

import org.jspecify.annotations.NullMarked;

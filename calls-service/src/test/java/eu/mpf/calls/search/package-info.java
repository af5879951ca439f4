@NullMarked
package eu.mpf.calls.search;

import org.jspecify.annotations.NullMarked;

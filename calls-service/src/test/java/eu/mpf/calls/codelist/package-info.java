@NullMarked
package eu.mpf.calls.codelist;

import org.jspecify.annotations.NullMarked;

@NullMarked
package eu.mpf.calls.review;

import org.jspecify.annotations.NullMarked;

@NullMarked
package eu.mpf.calls.notice;

import org.jspecify.annotations.NullMarked;

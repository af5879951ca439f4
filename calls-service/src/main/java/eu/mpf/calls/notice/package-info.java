/** What applicants are told by mail of a call they work on: each of them, once per occasion. */
@NullMarked
package eu.mpf.calls.notice;

import org.jspecify.annotations.NullMarked;

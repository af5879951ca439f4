/** Applications: drafted by a consortium, checked against the call, handed in before the deadline, decided in the end. */
@NullMarked
package eu.mpf.calls.application;

import org.jspecify.annotations.NullMarked;

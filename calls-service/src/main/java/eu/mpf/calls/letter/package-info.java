/** Decision letters: what an applicant is told, why, and what it can do about it. */
@NullMarked
package eu.mpf.calls.letter;

import org.jspecify.annotations.NullMarked;

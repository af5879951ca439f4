/** Consultations over HTTP. */
@NullMarked
package eu.mpf.calls.consultation.api;

import org.jspecify.annotations.NullMarked;

/** Payments over HTTP. */
@NullMarked
package eu.mpf.projects.payment.api;

import org.jspecify.annotations.NullMarked;

/** The questions organisers ask on the registration form, version by version. */
@NullMarked
package eu.mpf.events.form;

import org.jspecify.annotations.NullMarked;

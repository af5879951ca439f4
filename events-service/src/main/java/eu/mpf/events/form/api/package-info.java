/** Registration forms over HTTP. */
@NullMarked
package eu.mpf.events.form.api;

import org.jspecify.annotations.NullMarked;

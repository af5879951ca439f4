/** Code lists over HTTP. */
@NullMarked
package eu.mpf.projects.codelist.api;

import org.jspecify.annotations.NullMarked;

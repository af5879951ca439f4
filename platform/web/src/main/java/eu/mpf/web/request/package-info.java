/** What holds for every request: its id, its known parameters, its protective headers. */
@NullMarked
package eu.mpf.web.request;

import org.jspecify.annotations.NullMarked;

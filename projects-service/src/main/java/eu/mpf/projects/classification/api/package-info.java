/** Classifications over HTTP. */
@NullMarked
package eu.mpf.projects.classification.api;

import org.jspecify.annotations.NullMarked;

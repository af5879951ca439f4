/** Where a project was presented. */
@NullMarked
package eu.mpf.projects.presentation;

import org.jspecify.annotations.NullMarked;

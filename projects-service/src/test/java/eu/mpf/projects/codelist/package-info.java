@NullMarked
package eu.mpf.projects.codelist;

import org.jspecify.annotations.NullMarked;

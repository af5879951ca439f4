@NullMarked
package eu.mpf.projects;

import org.jspecify.annotations.NullMarked;

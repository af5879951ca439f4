/** The contracts this service keeps, served to those who rely on them. */
@NullMarked
package eu.mpf.projects.contract.api;

import org.jspecify.annotations.NullMarked;

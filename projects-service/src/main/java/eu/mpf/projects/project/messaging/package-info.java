/** Awards of the calls service that become projects. */
@NullMarked
package eu.mpf.projects.project.messaging;

import org.jspecify.annotations.NullMarked;

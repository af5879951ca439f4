/** Documents and knowledge items of projects, with language, licence, versions and checksum. */
@NullMarked
package eu.mpf.projects.document;

import org.jspecify.annotations.NullMarked;

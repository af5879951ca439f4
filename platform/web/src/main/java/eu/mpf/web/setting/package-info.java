/** Features that administrators switch and tune by the API: declared in code with type, default and bounds. */
@NullMarked
package eu.mpf.web.setting;

import org.jspecify.annotations.NullMarked;

/** What the tests of every service share: real servers, tokens, checked HTTP calls, architecture rules. */
@NullMarked
package eu.mpf.testkit;

import org.jspecify.annotations.NullMarked;

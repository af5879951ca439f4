/** The checks of the benchmarks are checked: each has to notice what it is there for. */
@org.jspecify.annotations.NullMarked
package eu.mpf.system.bench;

package eu.mpf.system.bench;

/** A measurement that prints its own report. Its load goes to loopback only, is bounded and ends by itself. */
interface Benchmark {

    void run(Settings settings) throws Exception;
}

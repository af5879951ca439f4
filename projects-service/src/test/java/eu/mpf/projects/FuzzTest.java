package eu.mpf.projects;

import eu.mpf.testkit.FuzzedContract;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.fuzz.Fuzzer;
import java.util.Map;

@MpfTest
class FuzzTest extends FuzzedContract {

    /** A project that is planned, and one under contract. */
    @Override
    protected void prepare(Fuzzer fuzzer) {
        fuzzer.knows(
                "/v1/projects",
                Portfolio.project(Portfolio.code("FUZZ"), Map.of()).getString("id"));
        String lead = Portfolio.code("LEAD");
        Portfolio.organisation(lead, "Of the fuzzer");
        fuzzer.knows("/v1/projects", Portfolio.contracted(lead, Map.of()).getString("id"));
    }
}

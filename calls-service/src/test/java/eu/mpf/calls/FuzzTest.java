package eu.mpf.calls;

import eu.mpf.testkit.FuzzedContract;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.fuzz.Fuzzer;
import java.util.List;
import java.util.Map;

@MpfTest
class FuzzTest extends FuzzedContract {

    /** An open call with a draft, one that was handed in, one that is scored, and the committee's meeting about it. */
    @Override
    protected void prepare(Fuzzer fuzzer) {
        String call = Calling.openCall(Calling.terms());
        String content = Calling.content("BMVI", "200000.00", "190000.00");
        String draft = Calling.draft("applicant-lv", call, content);
        String submitted = Calling.submitted("applicant-lv", call, content);
        String eligible = Calling.eligible("applicant-lv", call, content);
        String evaluation = Awarding.assign(eligible, "evaluator-1");
        String meeting = Awarding.meeting(call, List.of(eligible), "committee-1", "committee-2");
        Map.of(
                        "calls", List.of(call),
                        "applications", List.of(draft, submitted, eligible),
                        "evaluations", List.of(evaluation),
                        "committee-meetings", List.of(meeting))
                .forEach((collection, ids) -> ids.forEach(id -> fuzzer.knows("/v1/" + collection, id)));
    }
}

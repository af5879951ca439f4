package eu.mpf.calls;

import eu.mpf.testkit.FuzzedContract;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.fuzz.Fuzzer;
import java.util.List;
import java.util.Map;

@MpfTest
class FuzzTest extends FuzzedContract {

    /**
     * An open call with drafts, some that were handed in, some that are scored, one with its evaluations, one that has its
     * consensus, and the committee's meeting about it; and a call whose officer has awarded a grant and written of it.
     */
    @Override
    protected void prepare(Fuzzer fuzzer) {
        String call = Calling.openCall(Calling.terms());
        String content = Calling.content("BMVI", "200000.00", "190000.00");
        String draft = Calling.draft("applicant-lv", call, content);
        String complete = Calling.draft("applicant-lv", call, content);
        String agreed = Calling.eligible("applicant-lv", call, content);
        Awarding.consensus(agreed, 4, 4, 4);
        String officers = Calling.openCall(Calling.officerTerms());
        String awarded = Calling.eligible("applicant-lv", officers, content);
        Awarding.decideByOfficer(awarded).then().statusCode(200);
        fuzzer.meets(
                "/v1/applications/" + awarded + "/letters",
                Awarding.letter(awarded).asString());
        String decidable = Calling.eligible("applicant-lv", officers, content);
        String submitted = Calling.submitted("applicant-lv", call, content);
        String eligible = Calling.eligible("applicant-lv", call, content);
        String evaluation = Awarding.assign(eligible, "evaluator-1");
        String meeting = Awarding.meeting(call, List.of(eligible, agreed), "committee-1", "committee-2");
        Map.of(
                        "calls", List.of(call, officers),
                        "applications", List.of(draft, complete, submitted, eligible, agreed, awarded, decidable),
                        "evaluations", List.of(evaluation),
                        "committee-meetings", List.of(meeting))
                .forEach((collection, ids) -> ids.forEach(id -> fuzzer.knows("/v1/" + collection, id)));
    }
}

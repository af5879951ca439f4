package eu.mpf.calls.call;

import eu.mpf.web.value.LocalizedText;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every text of a call that may be there in several languages, by its pointer. */
final class TextsOfCall {

    private final Map<String, LocalizedText> texts = new TreeMap<>();

    private TextsOfCall() {}

    static Map<String, LocalizedText> in(CallTerms terms) {
        TextsOfCall found = new TextsOfCall();
        found.add("/title", terms.title());
        found.add("/summary", terms.summary());
        for (int i = 0; i < terms.strands().size(); i++) {
            found.add("/strands/" + i + "/title", terms.strands().get(i).title());
        }
        for (int i = 0; i < terms.funds().size(); i++) {
            FundLine fund = terms.funds().get(i);
            for (int lot = 0; lot < fund.lots().size(); lot++) {
                found.add(
                        "/funds/" + i + "/lots/" + lot + "/title",
                        fund.lots().get(lot).title());
            }
        }
        for (int i = 0; i < terms.rules().size(); i++) {
            found.add("/rules/" + i + "/words", terms.rules().get(i).words());
        }
        for (int i = 0; i < terms.attachments().size(); i++) {
            found.add("/attachments/" + i + "/title", terms.attachments().get(i).title());
        }
        terms.scoring().forEach((stage, scheme) -> {
            for (int i = 0; i < scheme.criteria().size(); i++) {
                found.add(
                        "/scoring/" + stage + "/criteria/" + i + "/title",
                        scheme.criteria().get(i).title());
            }
        });
        if (terms.decision() != null) {
            found.add("/decision/redress", terms.decision().redress());
        }
        return found.texts;
    }

    private void add(String pointer, @Nullable LocalizedText text) {
        if (text != null) {
            texts.put(pointer, text);
        }
    }
}

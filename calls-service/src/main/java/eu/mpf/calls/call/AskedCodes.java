package eu.mpf.calls.call;

import eu.mpf.web.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What a reader of a list asks for, in codes: an alias, another case or a name in any language is understood. What no code list
 * knows stays as it is: a call may name a fund of its own.
 */
@ApplicationScoped
public class AskedCodes {

    private final CodeLists lists;

    AskedCodes(CodeLists lists) {
        this.lists = lists;
    }

    public List<String> funds(List<String> asked) {
        return resolved("funds", asked);
    }

    public List<String> regions(List<String> asked) {
        return resolved("regions", asked);
    }

    private List<String> resolved(String list, List<String> asked) {
        return asked.stream()
                .map(each -> lists.resolve(list, each).orElse(each))
                .distinct()
                .toList();
    }
}

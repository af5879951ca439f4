package eu.mpf.calls.call;

import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.value.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What a reader of a list asks for, in codes: an alias, another case or a name in any language is understood. What no code list
 * knows stays as it is: older calls may name a fund of their own.
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

    public List<String> themes(List<String> asked) {
        return resolved("themes", asked);
    }

    public List<String> sectors(List<String> asked) {
        return resolved("sectors", asked);
    }

    public List<String> applicantKinds(List<String> asked) {
        return resolved("organisation-kinds", asked);
    }

    public List<String> countries(List<String> asked) {
        return asked.stream()
                .map(each -> Countries.known(each) ? Countries.canonical(each) : each)
                .distinct()
                .toList();
    }

    private List<String> resolved(String list, List<String> asked) {
        return asked.stream()
                .map(each -> lists.resolve(list, each).orElse(each))
                .distinct()
                .toList();
    }
}

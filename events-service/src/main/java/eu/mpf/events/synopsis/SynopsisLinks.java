package eu.mpf.events.synopsis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The links of a report and what became of them. */
@ApplicationScoped
public class SynopsisLinks {
    private final LinkChecker checker;

    public SynopsisLinks(LinkChecker checker) {
        this.checker = checker;
    }

    public List<CheckedLink> check(SynopsisContent content) {
        return checker.check(FoundLink.in(content));
    }
}

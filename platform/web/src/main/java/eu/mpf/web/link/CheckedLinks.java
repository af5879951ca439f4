package eu.mpf.web.link;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What following the links of a publication showed. */
public record CheckedLinks(List<CheckedLink> all) {

    public boolean sound() {
        return all.stream().allMatch(CheckedLink::sound);
    }

    /** @throws ProblemException 409 naming each place, while a link is dead or leads nowhere */
    public void requireSound() {
        if (sound()) {
            return;
        }
        List<CheckedLink> broken = all.stream().filter(link -> !link.sound()).toList();
        throw new ProblemException(
                CommonProblem.LINKS_NOT_SOUND,
                broken.stream().map(CheckedLink::describe).collect(Collectors.joining("; ")) + ".",
                broken.stream()
                        .map(link -> new FieldError(
                                link.pointer(),
                                link.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                link.describe()))
                        .toList());
    }
}

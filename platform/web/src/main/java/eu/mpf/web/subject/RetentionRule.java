package eu.mpf.web.subject;

import java.time.LocalDate;
import java.time.Period;

/** How long data of one purpose is kept. Implemented as a bean; one per purpose. */
public interface RetentionRule {

    /** As the register of personal fields names it. */
    String purpose();

    /** How long it is kept after the day the purpose counts from. */
    Period period();

    /** How short an administrator may make it: what is gone sooner could not serve its purpose. A day unless said otherwise. */
    default Period shortest() {
        return Period.ofDays(1);
    }

    /**
     * How long an administrator may make it: as long as the register promises unless said otherwise, for nobody may keep
     * data longer than those were told whose they are.
     */
    default Period longest() {
        return period();
    }

    /**
     * Lets go of some records whose day is before this one: a few hundred at most, since it runs in one transaction. It is
     * called until it finds none.
     *
     * @return how many records it let go
     */
    int letGo(LocalDate before);
}

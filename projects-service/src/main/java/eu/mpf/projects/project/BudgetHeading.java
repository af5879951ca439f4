package eu.mpf.projects.project;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The headings under which a budget is planned: the same in every call. */
public enum BudgetHeading {
    STAFF,
    TRAVEL,
    EQUIPMENT,
    CONSUMABLES,
    OTHER_DIRECT,
    /** Overheads, as a flat rate of the direct costs; the call sets the most it may be. */
    INDIRECT;

    /** The heading of this name; none for a name of tomorrow. */
    public static Optional<BudgetHeading> find(@Nullable String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whether its costs can be traced to the project's own work. */
    boolean direct() {
        return this != INDIRECT;
    }
}

package eu.mpf.calls.call;

/** What happened to a call, as told to others; the ending of the event's type. */
public enum CallEvent {
    PUBLISHED("call.published"),
    /** The clock opened it. */
    OPENED("call.opened"),
    AMENDED("call.amended"),
    SUSPENDED("call.suspended"),
    REOPENED("call.reopened"),
    /** By hand, by the clock, or because all money is spent. */
    CLOSED("call.closed"),
    CANCELLED("call.cancelled"),
    FUND_DEPLETED("fund.depleted"),
    FUND_REPLENISHED("fund.replenished"),
    CLARIFICATION_PUBLISHED("clarification.published");

    private final String wireName;

    CallEvent(String wireName) {
        this.wireName = wireName;
    }

    public String type() {
        return "eu.mpf.calls." + wireName + ".v1";
    }
}

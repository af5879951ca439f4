package eu.mpf.calls.call;

/** What happened to a call, as told to others; the ending of the event's type. */
public enum CallEvent {
    PUBLISHED("call.published"),
    AMENDED("call.amended"),
    SUSPENDED("call.suspended"),
    REOPENED("call.reopened"),
    CLOSED("call.closed"),
    CANCELLED("call.cancelled"),
    FUND_DEPLETED("fund.depleted"),
    CLARIFICATION_PUBLISHED("clarification.published");

    private final String wireName;

    CallEvent(String wireName) {
        this.wireName = wireName;
    }

    public String type() {
        return "eu.mpf.calls." + wireName + ".v1";
    }
}

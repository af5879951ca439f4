package eu.mpf.calls.fund;

/** Where money is taken from: a fund of a call, or one lot of it ({@code lot} is empty when the fund has none). */
public record Purse(String fund, String lot) {

    @Override
    public String toString() {
        return lot.isEmpty() ? fund : fund + "/" + lot;
    }
}

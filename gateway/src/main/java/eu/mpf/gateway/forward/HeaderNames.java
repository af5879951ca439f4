package eu.mpf.gateway.forward;

/** An immutable set of header names, looked up by length first: cheaper than hashing, and blind to case. */
final class HeaderNames {

    private final String[][] byLength;

    HeaderNames(String... names) {
        int longest = 0;
        for (String name : names) {
            longest = Math.max(longest, name.length());
        }
        byLength = new String[longest + 1][0];
        for (String name : names) {
            String[] same = byLength[name.length()];
            String[] more = java.util.Arrays.copyOf(same, same.length + 1);
            more[same.length] = name;
            byLength[name.length()] = more;
        }
    }

    boolean contains(String name) {
        if (name.length() >= byLength.length) {
            return false;
        }
        for (String candidate : byLength[name.length()]) {
            if (candidate.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}

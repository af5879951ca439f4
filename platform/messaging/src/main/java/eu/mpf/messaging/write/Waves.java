package eu.mpf.messaging.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rows go to the database together, in how many statements, and in which order. */
final class Waves {
    private Waves() {}

    /** A row, or several as arrays, and the statement that writes it. */
    record Write(String sql, LastWrites.Row row) {}

    /**
     * A statement and what it is executed with.
     *
     * @param waves the rows of each execution; the waves of one statement are alike
     */
    record Batch(String sql, List<List<Write>> waves) {}

    /** Consecutive waves of one form are one batch. */
    static List<Batch> batches(List<Write> writes) {
        List<Batch> batches = new ArrayList<>();
        for (List<Write> wave : waves(writes)) {
            String sql = statement(wave);
            if (batches.isEmpty() || !batches.getLast().sql().equals(sql)) {
                batches.add(new Batch(sql, new ArrayList<>()));
            }
            batches.getLast().waves().add(wave);
        }
        return batches;
    }

    /** One statement may write to a table once, as the order of its parts is not defined: the n-th time is the n-th wave. */
    private static List<List<Write>> waves(List<Write> writes) {
        List<List<Write>> waves = new ArrayList<>();
        Map<String, Integer> earlier = new HashMap<>();
        for (Write write : writes) {
            int wave = earlier.merge(write.sql(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(write);
        }
        return waves;
    }

    private static String statement(List<Write> wave) {
        int last = wave.size() - 1;
        if (last == 0) {
            return wave.getFirst().sql();
        }
        StringBuilder named = new StringBuilder();
        for (int i = 0; i < last; i++) {
            named.append(i == 0 ? "WITH w" : ", w").append(i).append(" AS (");
            named.append(wave.get(i).sql()).append(')');
        }
        return named.append('\n').append(wave.get(last).sql()).toString();
    }
}

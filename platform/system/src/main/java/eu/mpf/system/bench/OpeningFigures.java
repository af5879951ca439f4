package eu.mpf.system.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What an opening was like for those who came, and what it cost. */
final class OpeningFigures {

    private OpeningFigures() {}

    static void print(Crowd crowd, SeatSampler sampler, int people, double took) {
        Map<String, Integer> statuses = new TreeMap<>();
        crowd.history().forEach(reply -> statuses.merge(reply.what() + " " + reply.status(), 1, Integer::sum));
        double[] answered = crowd.history().stream()
                .filter(reply -> reply.status() != 0)
                .mapToDouble(Reply::millis)
                .sorted()
                .toArray();
        double[] since = crowd.sinceArrival();
        System.out.printf(
                Locale.ROOT,
                "   %,d people in %.1f s (%.0f/s), %,d requests, %,d clients gone before their answer; answers %s%n",
                people,
                took,
                people / took,
                crowd.history().size(),
                crowd.hungUp(),
                statuses);
        row("answer, from the request", answered, 1_000);
        row("answer, from the arrival", since, 1_000);
        System.out.printf(
                Locale.ROOT,
                "   %-28s %8.1f s (target 2, %s); looked at %,d times, at most %,d taken; load %.2f%n",
                "sold out after",
                sampler.soldOutAfter(),
                sampler.soldOutAfter() < 2 ? "met" : "not met",
                sampler.looks(),
                sampler.most(),
                Machine.load());
    }

    /** Processor time for each request, of seconds in all; of the database it is what its present processes have used. */
    static void printCpu(int requests, double services, double client, double database) {
        System.out.printf(
                Locale.ROOT,
                "   %-28s service %.2f ms, database %.2f ms, this client %.2f ms%n",
                "processor time a request",
                services * 1000 / requests,
                database * 1000 / requests,
                client * 1000 / requests);
    }

    private static void row(String what, double[] sorted, double target) {
        System.out.printf(
                Locale.ROOT,
                "   %-28s p50 %.0f ms, p99 %.0f ms (target %.0f, %s), most %.0f ms%n",
                what,
                at(sorted, 0.5),
                at(sorted, 0.99),
                target,
                at(sorted, 0.99) < target ? "met" : "not met",
                at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}

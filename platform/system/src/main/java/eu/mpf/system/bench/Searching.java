package eu.mpf.system.bench;

import java.util.Locale;

/** E-4: the first page of a question in words, for words of few rows and of most. */
final class Searching {

    private static final int WARM_UP = 400;
    private static final int REQUESTS = 300;
    private static final int SELECTIVE = 30;
    private static final int BROAD = 100;

    private static final String LIST = "/v1/projects?q=";

    private final Request request;

    Searching(Request request) {
        this.request = request;
    }

    void run() throws Exception {
        request.times(LIST + ManyProjects.RARE, WARM_UP);
        request.times(LIST + ManyProjects.COMMON, WARM_UP / 4);
        System.out.printf(Locale.ROOT, "-- E-4: search, one client, load %.2f%n", Machine.load());
        times("list, a rare word", LIST + ManyProjects.RARE, SELECTIVE);
        times(
                "list, a rare word and one of seven in ten",
                LIST + ManyProjects.RARE + "%20" + ManyProjects.COMMON,
                SELECTIVE);
        times("list, a word of one row in a hundred", LIST + ManyProjects.MIDDLE, BROAD);
        times("list, a word of seven rows in ten", LIST + ManyProjects.COMMON, BROAD);
        times("the same by title", LIST + ManyProjects.COMMON + "&orderBy=title", BROAD);
        times(
                "the same with a filter, by start",
                LIST + ManyProjects.COMMON + "&fund=ISF&orderBy=startDate%20desc",
                BROAD);
        times("hits with snippets, seven rows in ten", "/v1/projects/hits?q=" + ManyProjects.COMMON, BROAD);
        times("facets, a rare word", "/v1/projects/facets?q=" + ManyProjects.RARE, SELECTIVE);
        times("a word that no row has", LIST + "zzyzx", SELECTIVE);
        times("a fund that no row has, by title", "/v1/projects?fund=NONE", SELECTIVE);
    }

    private void times(String what, String path, int limit) throws Exception {
        Percentiles.print(what, request.times(path, REQUESTS), limit);
    }
}

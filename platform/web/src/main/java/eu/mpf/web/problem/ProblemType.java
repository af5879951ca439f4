package eu.mpf.web.problem;

/** One kind of problem. Each service has one enum of these: its part of the catalogue at {@code /problems}. */
public interface ProblemType {

    /** Kebab-case and stable, for example {@code version-conflict}: clients decide by it. */
    String code();

    /** HTTP status, 400 to 599. */
    int status();

    /** One short English sentence; bundles {@code problems_fr} and {@code problems_de} may translate it by code. */
    String title();
}

package eu.mpf.projects.matrix;

import eu.mpf.projects.portfolio.PortfolioService;
import eu.mpf.projects.project.Today;
import eu.mpf.projects.typology.TypologyService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matrix for one version of the typology and one set of projects: of a day, or frozen. */
@ApplicationScoped
public class MatrixReader {

    private final MatrixSource source;
    private final TypologyService typologies;
    private final PortfolioService portfolio;

    MatrixReader(MatrixSource source, TypologyService typologies, PortfolioService portfolio) {
        this.source = source;
        this.typologies = typologies;
        this.portfolio = portfolio;
    }

    public Matrix ofDay(int version, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? Today.day() : asOf;
        return build(version, day, null, source.ofDay(day, version));
    }

    /** The set that a snapshot froze, with the classifications of then. */
    public Matrix ofSnapshot(int version, String snapshot) {
        LocalDate day = portfolio.get(snapshot).asOf();
        return build(version, day, snapshot, source.ofSnapshot(snapshot));
    }

    private Matrix build(int version, LocalDate day, @Nullable String snapshot, List<MatrixSource.Entry> entries) {
        typologies.get(version);
        MatrixBuilder builder = new MatrixBuilder(new CarryOver(typologies.list(), version), version);
        entries.forEach(builder::add);
        return new Matrix(
                version, day, snapshot, builder.columns(), builder.rows(), builder.unclassified(), builder.agreement());
    }
}

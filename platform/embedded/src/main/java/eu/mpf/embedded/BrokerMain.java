package eu.mpf.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The broker's JVM: formats the storage on first start, which would cost a second JVM otherwise, and runs Kafka. */
final class BrokerMain {

    /** Fixed, so that data and broker always belong together. */
    private static final String CLUSTER_ID = "bXBmLWxvY2FsLXN0YWNrMQ";

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        Path settings = Path.of(arguments[0]);
        Path formatted = settings.resolveSibling("formatted");
        if (!Files.exists(formatted)) {
            // --ignore-formatted: a first start killed half way may have formatted already.
            String[] format = {
                "format", "--cluster-id", CLUSTER_ID, "--ignore-formatted", "--config", settings.toString()
            };
            int status = StorageTool.execute(format, System.out);
            if (status != 0) {
                System.exit(status);
            }
            Files.createFile(formatted);
        }
        Kafka.main(new String[] {settings.toString()});
    }
}

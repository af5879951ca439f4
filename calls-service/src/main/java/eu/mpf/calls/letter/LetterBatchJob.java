package eu.mpf.calls.letter;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the letters of batches. Instances share the work: each takes a batch no other holds. */
@ApplicationScoped
class LetterBatchJob {

    private final LetterBatchService batches;

    LetterBatchJob(LetterBatchService batches) {
        this.batches = batches;
    }

    @Scheduled(
            identity = "write-letter-batches",
            every = "${mpf.calls.letters-every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        boolean more = true;
        while (more) {
            more = batches.step();
        }
    }
}

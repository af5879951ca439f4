package eu.mpf.testkit;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Test classes by name, those that fill the database with anything at all after the others. */
public final class FuzzingLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor, Boolean>comparing(type -> fuzzes(type.getTestClass()))
                        .thenComparing(type -> type.getTestClass().getName()));
    }

    /** By name: the class under test was loaded by another loader than this one. */
    private static boolean fuzzes(Class<?> type) {
        return type.getSuperclass() != null && type.getSuperclass().getName().equals(FuzzedContract.class.getName());
    }
}

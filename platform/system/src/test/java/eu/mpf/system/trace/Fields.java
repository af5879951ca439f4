package eu.mpf.system.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message in the wire format of Protocol Buffers, by the numbers of its fields: bytes for what has a length, else numbers. */
final class Fields {

    private final Map<Integer, List<byte[]>> bytes = new TreeMap<>();
    private final Map<Integer, Long> numbers = new TreeMap<>();

    static Fields of(byte[] message) {
        Fields fields = new Fields();
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int tag = (int) varint(in);
            int number = tag >>> 3;
            switch (tag & 7) {
                case 0 -> fields.numbers.put(number, varint(in));
                case 1 -> fields.numbers.put(number, in.getLong());
                case 2 -> {
                    byte[] value = new byte[(int) varint(in)];
                    in.get(value);
                    fields.bytes.computeIfAbsent(number, n -> new ArrayList<>()).add(value);
                }
                case 5 -> fields.numbers.put(number, (long) in.getInt());
                default -> throw new IllegalArgumentException("no wire type of Protocol Buffers");
            }
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = in.get();
            value |= (part & 0x7fL) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    List<Fields> messages(int number) {
        return bytes.getOrDefault(number, List.of()).stream().map(Fields::of).toList();
    }

    String text(int number) {
        return new String(first(number), StandardCharsets.UTF_8);
    }

    String hex(int number) {
        return HexFormat.of().formatHex(first(number));
    }

    int number(int number) {
        return numbers.getOrDefault(number, 0L).intValue();
    }

    private byte[] first(int number) {
        List<byte[]> values = bytes.getOrDefault(number, List.of());
        return values.isEmpty() ? new byte[0] : values.getFirst();
    }
}

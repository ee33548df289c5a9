package org.peerexchange.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as JSON has them: text, numbers, true and false, lists and maps. A form sees dates as ISO text in the browser,
 * so it sees them as text here.
 */
final class Plain {

    /** What stands deeper than this in lists and maps is left out, so that no value is too deep to walk through. */
    private static final int DEEPEST = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Plain() {}

    static Object of(Object value) {
        return of(value, DEEPEST);
    }

    private static Object of(Object value, int depth) {
        if (depth < 0) {
            return null;
        }
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number) {
            return number(value);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, one) -> plain.put(String.valueOf(key), of(one, depth - 1)));
            return plain;
        }
        if (value instanceof Collection<?> all) {
            List<Object> plain = new ArrayList<>(all.size());
            all.forEach(one -> plain.add(of(one, depth - 1)));
            return plain;
        }
        if (value instanceof JsonNode node) {
            return of(JSON.convertValue(node, Object.class), depth);
        }
        return value instanceof Record one ? ofRecord(one, depth) : value.toString();
    }

    private static Object number(Object value) {
        BigDecimal exact = Numbers.decimal(value);
        return exact == null ? null : Numbers.simplest(exact);
    }

    private static Map<String, Object> ofRecord(Record value, int depth) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                plain.put(component.getName(), of(component.getAccessor().invoke(value), depth - 1));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return plain;
    }

    /** Whether lists and maps stand at most this deep in each other. */
    static boolean isAtMostDeep(Object value, int depth) {
        Collection<?> inside =
                value instanceof Map<?, ?> map ? map.values() : value instanceof Collection<?> all ? all : List.of();
        return inside.isEmpty() || depth > 0 && inside.stream().allMatch(one -> isAtMostDeep(one, depth - 1));
    }

    /** The value at a path of nested maps; null where there is none. */
    static Object at(Map<String, Object> data, List<String> path) {
        Object here = data;
        for (String step : path) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    /** Whether nested maps hold something at a path, be it null. */
    static boolean has(Map<String, Object> data, List<String> path) {
        Object parent = at(data, path.subList(0, path.size() - 1));
        return parent instanceof Map<?, ?> map && map.containsKey(path.get(path.size() - 1));
    }

    /** Puts a value at a path, making the maps on the way. */
    static void put(Map<String, Object> data, List<String> path, Object value) {
        Map<String, Object> here = data;
        for (String step : path.subList(0, path.size() - 1)) {
            @SuppressWarnings("unchecked") // only maps with text keys are ever put here
            Map<String, Object> next = here.get(step) instanceof Map<?, ?> map
                    ? (Map<String, Object>) map
                    : new LinkedHashMap<String, Object>();
            here.put(step, next);
            here = next;
        }
        here.put(path.get(path.size() - 1), value);
    }
}

// JSON, which the class library of Java does not have. Jackson or Gson do as well: this file is here so that nothing has to be installed.
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Objects are maps, arrays lists, numbers BigDecimal; strings, booleans and null as Java has them. */
final class Json {
    private final String text;
    private int at = 0;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException where the text is not JSON */
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        if (json.next() != 0) throw json.fault("the end");
        return value;
    }

    private IllegalArgumentException fault(String wanted) {
        return new IllegalArgumentException("no JSON: at character " + at + " " + wanted + " is wanted");
    }

    /** The next character after spaces, 0 at the end. */
    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(String word) {
        next();
        if (!text.startsWith(word, at)) return false;
        at += word.length();
        return true;
    }

    private void expect(String word) {
        if (!skip(word)) throw fault(word);
    }

    private Object value(int depth) {
        if (depth > 200) throw fault("less depth");
        if (next() == '"') return string();
        if (skip("{")) {
            Map<String, Object> object = new LinkedHashMap<>();
            if (skip("}")) return object;
            do {
                if (next() != '"') throw fault("a name");
                String name = string();
                expect(":");
                object.put(name, value(depth + 1));
            } while (skip(","));
            expect("}");
            return object;
        }
        if (skip("[")) {
            List<Object> array = new ArrayList<>();
            if (skip("]")) return array;
            do array.add(value(depth + 1));
            while (skip(","));
            expect("]");
            return array;
        }
        if (skip("true")) return true;
        if (skip("false")) return false;
        if (skip("null")) return null;
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException fault) {
            throw fault("a value");
        }
    }

    private String string() {
        StringBuilder said = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                at++;
                return said.toString();
            }
            if (letter < ' ') throw fault("an escape");
            said.append(letter == '\\' ? escaped() : letter);
        }
        throw fault("\"");
    }

    private char escaped() {
        at++;
        if (text.startsWith("u", at) && at + 4 < text.length()) {
            at += 4;
            try {
                return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
            } catch (NumberFormatException fault) {
                throw fault("four hexadecimal digits");
            }
        }
        int which = at < text.length() ? "\"\\/bfnrt".indexOf(text.charAt(at)) : -1;
        if (which < 0) throw fault("an escape");
        return "\"\\/\b\f\n\r\t".charAt(which);
    }

    static String written(Object value) {
        if (value instanceof Map<?, ?> object)
            return object.entrySet().stream()
                    .map(entry -> quoted((String) entry.getKey()) + ": " + written(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        if (value instanceof List<?> array)
            return array.stream().map(Json::written).collect(Collectors.joining(", ", "[", "]"));
        if (value instanceof BigDecimal number) return number.toPlainString();
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(letter -> letter == '"' || letter == '\\' ? "\\" + (char) letter
                        : letter < ' ' ? String.format("\\u%04x", letter) : String.valueOf((char) letter))
                .collect(Collectors.joining("", "\"", "\""));
    }
}

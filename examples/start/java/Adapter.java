// The smallest adapter in Java: it says who it is, and answers KER-01, the outside quotes A = M + O/2 and B = M − O/2.
//
//   javac *.java && java Adapter
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Adapter {
    // What you claim. Only what is claimed is asked; what is claimed and answered "unsupported" fails.
    static final List<String> CAPABILITIES = List.of("kernel");

    /** The request is malformed; the message says what is wanted. */
    static final class Invalid extends RuntimeException {
        Invalid(String message) {
            super(message);
        }
    }

    static BigDecimal amount(Map<?, ?> request, String name) {
        if (request.get(name) instanceof String text) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException fault) {
                throw new Invalid(name + ": found " + text + "; a decimal string is wanted");
            }
        }
        throw new Invalid(name + ": a decimal string is wanted");
    }

    static int count(Map<?, ?> request, String name) {
        if (request.get(name) instanceof BigDecimal number) {
            try {
                return number.intValueExact();
            } catch (ArithmeticException fault) {
                throw new Invalid(name + ": found " + number + "; a count is wanted");
            }
        }
        throw new Invalid(name + ": a count is wanted");
    }

    /** One rung, until KER-03 to KER-12 are there: the dealer quotes what the VBT quotes. */
    static Map<String, Object> kernel(Map<?, ?> request) {
        BigDecimal S = amount(request, "ticketSize");
        BigDecimal M = amount(request, "outsideMid");
        BigDecimal O = amount(request, "outsideSpread");
        BigDecimal C = amount(request, "cash");
        int a = count(request, "tickets");
        BigDecimal tickets = BigDecimal.valueOf(a);
        BigDecimal x = request.containsKey("faceInventory") ? amount(request, "faceInventory") : tickets.multiply(S);
        BigDecimal half = O.multiply(new BigDecimal("0.5"));
        BigDecimal ask = M.add(half); // KER-01
        BigDecimal bid = M.subtract(half); // KER-01
        if (!Boolean.FALSE.equals(request.get("clipOutsideBid"))) bid = bid.max(BigDecimal.ZERO); // ANC-04
        Map<String, Object> quotes = new LinkedHashMap<>();
        quotes.put("tickets", a);
        quotes.put("faceInventory", x.toPlainString());
        quotes.put("cash", C.toPlainString());
        quotes.put("midValuedWealth", M.multiply(tickets).add(C).toPlainString());
        quotes.put("fundableTickets", 0);
        quotes.put("capacity", "0");
        quotes.put("rungs", 1);
        quotes.put("layoffProbability", "1");
        quotes.put("insideWidth", O.toPlainString());
        quotes.put("midline", M.toPlainString());
        for (String name : List.of("interiorAsk", "ask", "outsideAsk")) quotes.put(name, ask.toPlainString());
        for (String name : List.of("interiorBid", "bid", "outsideBid")) quotes.put(name, bid.toPlainString());
        quotes.put("outsideMid", M.toPlainString());
        quotes.put("outsideSpread", O.toPlainString());
        for (String name : List.of("askPinned", "bidPinned")) quotes.put(name, true);
        quotes.put("guard", false);
        return quotes;
    }

    static Map<String, Object> answer(Map<?, ?> request) {
        Object op = request.get("op");
        if ("hello".equals(op))
            return Map.of("protocol", 1, "name", "my market", "version", "0.1.0", "language", "Java",
                    "arithmetic", "decimal", "capabilities", CAPABILITIES);
        if ("stop".equals(op)) return Map.of();
        if ("kernel".equals(op)) return kernel(request);
        throw new UnsupportedOperationException(op + " is not there yet");
    }

    static Map<String, Object> told(Map<?, ?> request) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", request.get("id"));
        try {
            Map<String, Object> answer = answer(request);
            told.put("ok", true);
            told.putAll(answer);
        } catch (Invalid fault) {
            refuse(told, "invalid", fault);
        } catch (UnsupportedOperationException fault) {
            refuse(told, "unsupported", fault);
        }
        return told;
    }

    static void refuse(Map<String, Object> told, String kind, Exception fault) {
        told.put("ok", false);
        told.put("error", Map.of("kind", kind, "message", fault.getMessage()));
    }

    /** @return the request, or null for a line that is none */
    static Map<?, ?> request(String line) {
        try {
            if (Json.read(line) instanceof Map<?, ?> request && request.get("id") instanceof BigDecimal) return request;
        } catch (IllegalArgumentException fault) {
            System.err.println(fault.getMessage());
        }
        return null;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        PrintStream answers = new PrintStream(System.out, true, "UTF-8");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Map<?, ?> request = request(line);
            Map<String, Object> told = new LinkedHashMap<>();
            if (request == null) {
                told.put("id", null);
                refuse(told, "invalid", new Invalid("a JSON object with an integer id is wanted"));
            } else told = told(request);
            answers.print(Json.written(told) + "\n");
            answers.flush();
            if (request != null && "stop".equals(request.get("op"))) return;
        }
    }
}

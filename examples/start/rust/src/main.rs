//! The smallest adapter in Rust: it says who it is, and answers KER-01, the outside quotes A = M + O/2 and B = M − O/2.
//!
//!     cargo build --release && target/release/adapter
mod json;

use json::{object, read, Json};
use std::io::{self, BufRead, Write};

/// What you claim. Only what is claimed is asked; what is claimed and answered "unsupported" fails.
const CAPABILITIES: [&str; 1] = ["kernel"];

type Members = Vec<(&'static str, Json)>;

/// The kind of an error, and what is said of it.
type Refusal = (&'static str, String);

/// An amount is written as a decimal string without an exponent, as Rust does it.
fn written(amount: f64) -> Json {
    Json::Text(amount.to_string())
}

fn amount(request: &Json, name: &str) -> Result<f64, Refusal> {
    match request.get(name) {
        Some(Json::Text(text)) => text.parse().ok(),
        _ => None,
    }
    .filter(|value: &f64| value.is_finite())
    .ok_or(("invalid", format!("{name}: a decimal string is wanted")))
}

/// One rung, until KER-03 to KER-12 are there: the dealer quotes what the VBT quotes.
fn kernel(request: &Json) -> Result<Members, Refusal> {
    let size = amount(request, "ticketSize")?;
    let m = amount(request, "outsideMid")?;
    let o = amount(request, "outsideSpread")?;
    let cash = amount(request, "cash")?;
    let tickets = match request.get("tickets") {
        Some(Json::Number(count)) if count.fract() == 0.0 => *count,
        _ => return Err(("invalid", "tickets: a count is wanted".into())),
    };
    let inventory = match request.get("faceInventory") {
        Some(_) => amount(request, "faceInventory")?,
        None => tickets * size,
    };
    let ask = m + o / 2.0; // KER-01
    let mut bid = m - o / 2.0; // KER-01
    if request.get("clipOutsideBid") != Some(&Json::Bool(false)) {
        bid = bid.max(0.0); // ANC-04
    }
    Ok(vec![
        ("tickets", Json::Number(tickets)),
        ("faceInventory", written(inventory)),
        ("cash", written(cash)),
        ("midValuedWealth", written(m * tickets + cash)),
        ("fundableTickets", Json::Number(0.0)),
        ("capacity", written(0.0)),
        ("rungs", Json::Number(1.0)),
        ("layoffProbability", written(1.0)),
        ("insideWidth", written(o)),
        ("midline", written(m)),
        ("interiorAsk", written(ask)),
        ("interiorBid", written(bid)),
        ("ask", written(ask)),
        ("bid", written(bid)),
        ("outsideMid", written(m)),
        ("outsideSpread", written(o)),
        ("outsideAsk", written(ask)),
        ("outsideBid", written(bid)),
        ("askPinned", Json::Bool(true)),
        ("bidPinned", Json::Bool(true)),
        ("guard", Json::Bool(false)),
    ])
}

fn hello() -> Members {
    let text = |value: &str| Json::Text(value.into());
    vec![
        ("protocol", Json::Number(1.0)),
        ("name", text("my market")),
        ("version", text("0.1.0")),
        ("language", text("Rust")),
        ("arithmetic", text("float64")),
        ("capabilities", Json::Array(CAPABILITIES.map(text).to_vec())),
    ]
}

fn answer(op: &str, request: &Json) -> Result<Members, Refusal> {
    match op {
        "hello" => Ok(hello()),
        "stop" => Ok(vec![]),
        "kernel" => kernel(request),
        _ => Err(("unsupported", format!("{op} is not there yet"))),
    }
}

fn told(id: Json, answer: Result<Members, Refusal>) -> Json {
    let mut members = vec![("id", id), ("ok", Json::Bool(answer.is_ok()))];
    match answer {
        Ok(more) => members.extend(more),
        Err((kind, message)) => members.push((
            "error",
            object(vec![("kind", Json::Text(kind.into())), ("message", Json::Text(message))]),
        )),
    }
    object(members)
}

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    for line in io::stdin().lock().split(b'\n') {
        let request = read(&String::from_utf8_lossy(&line?));
        let id = request.as_ref().and_then(|request| request.get("id"));
        let op = match request.as_ref().and_then(|request| request.get("op")) {
            Some(Json::Text(op)) => op.as_str(),
            _ => "",
        };
        let line = match (&request, id) {
            (Some(request), Some(id @ Json::Number(_))) => told(id.clone(), answer(op, request)),
            _ => told(
                Json::Null,
                Err(("invalid", "a JSON object with an integer id is wanted".into())),
            ),
        };
        writeln!(out, "{line}")?;
        out.flush()?;
        if op == "stop" {
            break;
        }
    }
    Ok(())
}

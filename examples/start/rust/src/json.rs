//! JSON, which the standard library of Rust does not have. The crate serde_json does as well: this file is here so that nothing has to
//! be installed.
use std::fmt;

#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

pub fn object(members: Vec<(&str, Json)>) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.into(), value)).collect())
}

/// The value of a text, None where it is not JSON.
pub fn read(text: &str) -> Option<Json> {
    let mut reader = Reader { letters: text.chars().collect(), at: 0 };
    let value = reader.value(0)?;
    reader.spaces();
    (reader.at == reader.letters.len()).then_some(value)
}

impl Json {
    /// A member of an object.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }
}

struct Reader {
    letters: Vec<char>,
    at: usize,
}

impl Reader {
    fn spaces(&mut self) {
        while matches!(self.letters.get(self.at), Some(' ' | '\t' | '\r' | '\n')) {
            self.at += 1;
        }
    }

    fn skip(&mut self, word: &str) -> bool {
        self.spaces();
        let found = word.chars().enumerate().all(|(i, letter)| self.letters.get(self.at + i) == Some(&letter));
        if found {
            self.at += word.chars().count();
        }
        found
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        if depth > 200 {
            return None;
        }
        if self.skip("\"") {
            return self.string().map(Json::Text);
        }
        if self.skip("{") {
            let mut members = vec![];
            if self.skip("}") {
                return Some(Json::Object(members));
            }
            loop {
                let name = if self.skip("\"") { self.string()? } else { return None };
                if !self.skip(":") {
                    return None;
                }
                members.push((name, self.value(depth + 1)?));
                if !self.skip(",") {
                    return self.skip("}").then_some(Json::Object(members));
                }
            }
        }
        if self.skip("[") {
            let mut items = vec![];
            if self.skip("]") {
                return Some(Json::Array(items));
            }
            loop {
                items.push(self.value(depth + 1)?);
                if !self.skip(",") {
                    return self.skip("]").then_some(Json::Array(items));
                }
            }
        }
        for (word, value) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))] {
            if self.skip(word) {
                return Some(value);
            }
        }
        let number: String =
            self.letters[self.at..].iter().take_while(|letter| "+-.eE0123456789".contains(**letter)).collect();
        self.at += number.len();
        number.parse().ok().map(Json::Number)
    }

    fn next(&mut self) -> Option<char> {
        self.at += 1;
        self.letters.get(self.at - 1).copied()
    }

    /// After the first quotation mark, to the last.
    fn string(&mut self) -> Option<String> {
        let mut units: Vec<u16> = vec![];
        loop {
            let letter = match self.next()? {
                '"' => return String::from_utf16(&units).ok(),
                '\\' => match self.next()? {
                    'u' => {
                        let digits: String = (0..4).map_while(|_| self.next()).collect();
                        units.push(u16::from_str_radix(&digits, 16).ok().filter(|_| digits.len() == 4)?);
                        continue;
                    }
                    'b' => '\u{8}',
                    'f' => '\u{c}',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    same @ ('"' | '\\' | '/') => same,
                    _ => return None,
                },
                control if control < ' ' => return None,
                letter => letter,
            };
            units.extend(letter.encode_utf16(&mut [0; 2]).iter());
        }
    }
}

fn quoted(text: &str, out: &mut fmt::Formatter) -> fmt::Result {
    write!(out, "\"")?;
    for letter in text.chars() {
        match letter {
            '"' | '\\' => write!(out, "\\{letter}")?,
            control if control < ' ' => write!(out, "\\u{:04x}", control as u32)?,
            letter => write!(out, "{letter}")?,
        }
    }
    write!(out, "\"")
}

fn joined(out: &mut fmt::Formatter, at: usize) -> fmt::Result {
    write!(out, "{}", if at == 0 { "" } else { ", " })
}

impl fmt::Display for Json {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Json::Null => write!(out, "null"),
            Json::Bool(value) => write!(out, "{value}"),
            Json::Number(value) => write!(out, "{value}"),
            Json::Text(text) => quoted(text, out),
            Json::Array(items) => {
                write!(out, "[")?;
                for (at, item) in items.iter().enumerate() {
                    joined(out, at)?;
                    write!(out, "{item}")?;
                }
                write!(out, "]")
            }
            Json::Object(members) => {
                write!(out, "{{")?;
                for (at, (name, value)) in members.iter().enumerate() {
                    joined(out, at)?;
                    quoted(name, out)?;
                    write!(out, ": {value}")?;
                }
                write!(out, "}}")
            }
        }
    }
}

//! Finds the words in an address, a fragment or a command line, and writes them so that every address bar keeps them.

use super::problem::{Problems, shown};

/// Key and value of each word, decoded; sorted, so that the order in which they were written cannot matter. A list,
/// because the library's tree is several kB for each type and a link has a dozen words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words(Vec<(String, String)>);

impl Words {
    pub fn new() -> Words {
        Words::default()
    }

    /// Where a word stands, or would.
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(k, _)| k.as_str().cmp(key))
    }

    pub fn contains(&self, key: &str) -> bool {
        self.place(key).is_ok()
    }

    /// Puts a word in, in place of one with the same key.
    pub fn insert(&mut self, key: String, value: String) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Takes a word out.
    pub fn remove(&mut self, key: &str) -> Option<String> {
        let place = self.place(key).ok()?;
        Some(self.0.remove(place).1)
    }

    /// All words, by their keys.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, String)> {
        self.0.iter()
    }
}

impl IntoIterator for Words {
    type Item = (String, String);
    type IntoIter = std::vec::IntoIter<(String, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Of a longer text, only this many bytes are read.
pub const TEXT_MAX: usize = 8192;

/// Reads the words of a text. Words are separated by `&` or white space.
pub(super) fn read(text: &str, problems: &mut Problems) -> Words {
    let text = fragment(beginning(text.trim(), problems), problems);
    let whole;
    // Some programs encode a link as a whole when they pass it on.
    let text = match text.contains('=') {
        false if text.to_ascii_lowercase().contains("%3d") => {
            whole = decode(text);
            &whole
        }
        _ => text,
    };
    let mut words = Words::new();
    for (key, value) in separated(text) {
        add(&mut words, &key, value, problems);
    }
    words
}

/// Whether a text is a link rather than a word or a few.
pub(super) fn is_link(text: &str) -> bool {
    text.contains(['&', '#']) || is_address(text)
}

/// The readable beginning of a text that is too long.
fn beginning<'a>(text: &'a str, problems: &mut Problems) -> &'a str {
    if text.len() <= TEXT_MAX {
        return text;
    }
    problems.add(|| {
        format!(
            "The link is {} bytes long; only the first {TEXT_MAX} are read.",
            text.len()
        )
    });
    let kept = &text[..text.floor_char_boundary(TEXT_MAX)];
    // The last word may have been cut.
    kept.rfind(is_separator).map_or(kept, |end| &kept[..end])
}

/// Whether what stands before a `#` is an address rather than a word with a `#` in its value.
fn is_address(before: &str) -> bool {
    match before.find('=') {
        None => before.is_empty() || before.contains(['/', '?']),
        Some(end) => before[..end].contains(['/', '?']),
    }
}

/// The part of a text that holds the words: what follows the `#` of an address, or all of it.
fn fragment<'a>(text: &'a str, problems: &mut Problems) -> &'a str {
    let Some((before, after)) = text.split_once('#') else {
        return behind_address(text);
    };
    if !is_address(before) {
        return text;
    }
    let mut parts = after.split('#').filter(|p| !p.is_empty());
    let with_words = after.rsplit('#').find(|p| p.contains('='));
    let chosen = with_words.unwrap_or(after.trim_matches('#'));
    // A link inside a link says the same twice; anything else that is left out is worth a sentence.
    if let Some(lost) = parts.find(|p| *p != chosen && !p.contains("://") && with_words.is_some()) {
        problems.add(|| {
            format!(
                "The link has more than one “#”: “{}” is read, “{}” is ignored.",
                shown(chosen),
                shown(lost)
            )
        });
    }
    chosen
}

/// The words of a text without `#`: all of it, unless it is an address.
fn behind_address(text: &str) -> &str {
    if !is_address(text) {
        return text;
    }
    // Some programs encode the “#” when they pass a link on.
    if let Some((_, after)) = text.split_once("%23") {
        return after;
    }
    text.split_once('?').map_or("", |(_, query)| query)
}

/// The words of a text, separated by `&` or white space. What has no `=` belongs to the name or seed before it,
/// or is a word without a value.
fn separated(text: &str) -> Vec<(String, Option<&str>)> {
    let mut words: Vec<(String, Option<&str>)> = vec![];
    // Where the value of the last word begins in the text.
    let mut value_from = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(is_separator).unwrap_or(rest.len());
        let (token, from) = (&rest[..end], text.len() - rest.len());
        let until = from + end;
        rest = rest[end..].trim_start_matches(is_separator);
        if let Some((key, value)) = token.split_once('=') {
            // A link copied out of the source of a page has “&amp;” between its words.
            let key = key.strip_prefix("amp;").unwrap_or(key);
            value_from = until - value.len();
            words.push((decode(key).trim().to_ascii_lowercase(), Some(value)));
            continue;
        }
        match words.last_mut() {
            Some((key, Some(value))) if holds_spaces(key) => *value = &text[value_from..until],
            _ if token.is_empty() => {}
            _ => words.push((decode(token), None)),
        }
    }
    words
}

fn is_separator(c: char) -> bool {
    c == '&' || c.is_whitespace()
}

/// Whether the value of this key may contain spaces.
fn holds_spaces(key: &str) -> bool {
    key == "seed" || key.ends_with(".name")
}

/// Adds a word; of two with one key the last counts.
fn add(words: &mut Words, key: &str, value: Option<&str>, problems: &mut Problems) {
    let Some(value) = value else {
        if crate::sim::presets::PRESETS.iter().any(|p| p.id == key) {
            put(words, "preset", key.to_string(), problems);
        } else {
            problems.add(|| {
                format!(
                    "“{}” is not of the form key=value; it is ignored.",
                    shown(key)
                )
            });
        }
        return;
    };
    let value = if holds_spaces(key) {
        decode(&value.replace('+', " "))
    } else {
        decode(value)
    };
    put(words, key, value, problems);
}

/// Puts a word among the others and says so if it replaces one.
pub(super) fn put(words: &mut Words, key: &str, value: String, problems: &mut Problems) {
    if words.contains(key) {
        problems.add(|| {
            format!(
                "“{}” is given more than once; the last one, “{}”, counts.",
                shown(key),
                shown(&value)
            )
        });
    }
    words.insert(key.to_string(), value);
}

/// Replaces `%` and two hexadecimal digits by the byte they stand for; what is not of this form stays as it is.
fn decode(text: &str) -> String {
    let digit = |b: Option<&u8>| b.and_then(|b| (*b as char).to_digit(16));
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (
            bytes[at],
            digit(bytes.get(at + 1)),
            digit(bytes.get(at + 2)),
        ) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Writes a value so that address bars, chat programs and shells leave it alone: letters, digits and `-._~:,`
/// as they are, a space as `+`, every other byte as `%` and two digits.
pub fn encode(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' | b':' | b',' => encoded.push(byte as char),
            b if b.is_ascii_alphanumeric() => encoded.push(b as char),
            b' ' => encoded.push('+'),
            b => encoded.push_str(&format!("%{b:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> (Vec<(String, String)>, usize) {
        let mut problems = Problems::default();
        let words = read(text, &mut problems);
        (words.into_iter().collect(), problems.count())
    }

    #[test]
    fn every_form_gives_the_same_words() {
        let (plain, none) = words("a=1 b=x:2,3");
        assert_eq!((plain.len(), none), (2, 0));
        for text in [
            "#a=1&b=x:2,3",
            "##b=x%3a2%2C3&a=1",
            "https://host.org/sim/#a=1&b=x:2,3",
            "https://host.org/sim/?utm=1#a=1&b=x:2,3",
            "https://host.org/sim/#https://host.org/sim/#a=1&b=x:2,3",
            "https://host.org/sim/?a=1&b=x:2,3",
            "https://host.org/sim/%23a=1&b=x:2,3",
            "https://host.org/sim/#a=1&amp;b=x:2,3",
            "host.org/sim#a%3D1%26b%3Dx%3A2%2C3",
            "?a=1&b=x:2,3",
            "  a=1\n b=x:2,3 ",
        ] {
            assert_eq!(words(text), (plain.clone(), 0), "{text}");
        }
    }

    #[test]
    fn names_and_seeds_hold_spaces() {
        let (named, none) = words("meta.name=Team #1 & Co a=1 seed=one two three");
        assert_eq!(none, 0);
        assert_eq!(named[1], ("meta.name".into(), "Team #1 & Co".into()));
        let (named, none) = words("#meta.name=A+B%2BC%20%26&seed=one+two+three");
        assert_eq!(none, 0);
        assert_eq!(named[0].1, "A B+C &");
        assert_eq!(named[1].1, "one two three");
    }

    #[test]
    fn what_is_encoded_is_read_back() {
        for text in [
            "",
            "a b+c",
            "<script>",
            "Zoë & Söhne",
            "100 %",
            "%41",
            "#1=2",
        ] {
            let link = format!("#meta.name={}", encode(text));
            assert_eq!(words(&link).0[0].1, text);
        }
    }
}

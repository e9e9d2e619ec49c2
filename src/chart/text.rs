//! Text on a chart: escaped in one place, measured without a browser, wrapped and shortened.

/// Widths of letters in em, of the widest of the common system fonts (DejaVu Sans), so that estimates are safe.
const NARROW: f32 = 0.37;
const MIDDLE: f32 = 0.63;
const CAPITAL: f32 = 0.74;
const SIGN: f32 = 0.84;
const WIDE: f32 = 0.98;
const IDEOGRAPH: f32 = 1.0;
/// The first code point set about as wide as it is high (CJK, emoji).
const FIRST_IDEOGRAPH: char = '\u{1100}';
/// How much wider bold text is.
const BOLD: f32 = 1.12;

/// `text` made harmless inside XML and HTML, in elements and in quoted attributes.
///
/// Names of companies are typed by users: nothing reaches a chart without passing here.
/// Control characters, which XML 1.0 cannot carry even when escaped, become spaces.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// How wide `text` is drawn, in px, at a font size in px: an estimate, since no browser is asked.
pub fn width(text: &str, size: f32, bold: bool) -> f32 {
    let em: f32 = text.chars().map(em).sum();
    em * size * if bold { BOLD } else { 1.0 }
}

fn em(letter: char) -> f32 {
    match letter {
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | 'J' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';'
        | '-' => NARROW,
        '\'' | '’' | '|' | '!' | '(' | ')' | '[' | ']' | '/' | '·' => NARROW,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => WIDE,
        '−' | '+' | '±' | '×' | '<' | '>' | '=' | '→' | '←' | '↑' => SIGN,
        // Of other alphabets too would cost the page a table; the words of charts are English.
        'A'..='Z' => CAPITAL,
        letter if letter >= FIRST_IDEOGRAPH && !PUNCTUATION.contains(&letter) => IDEOGRAPH,
        _ => MIDDLE,
    }
}

/// General punctuation and symbols, which are not ideographs although they come after the first of them.
const PUNCTUATION: std::ops::RangeInclusive<char> = '\u{1e00}'..='\u{2bff}';

/// `text` shortened with an ellipsis to at most `room` px; empty when not even that fits.
pub fn fit(text: &str, room: f32, size: f32, bold: bool) -> String {
    if width(text, size, bold) <= room {
        return text.to_string();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        if width(&kept, size, bold) + width("…", size, bold) > room {
            kept.pop();
            break;
        }
    }
    let kept = kept.trim_end();
    if kept.is_empty() {
        String::new()
    } else {
        format!("{kept}…")
    }
}

/// `text` broken at spaces into at most `lines` lines of at most `room` px; the last one is shortened if need be.
pub fn wrap(text: &str, room: f32, size: f32, bold: bool, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_ascii_whitespace() {
        let fits = |line: &String| width(&format!("{line} {word}"), size, bold) <= room;
        let full = out.len() >= lines;
        match out.last_mut() {
            Some(line) if full || fits(line) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => out.push(word.to_string()),
        }
    }
    out.into_iter()
        .take(lines)
        .map(|line| fit(&line, room, size, bold))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_name_is_harmless() {
        assert_eq!(
            escape("<script>'&\"</script>"),
            "&lt;script&gt;&#39;&amp;&quot;&lt;/script&gt;"
        );
        assert_eq!(escape("a\u{0}b\u{7}c\nd"), "a b c d");
    }

    #[test]
    fn fitted_text_fits() {
        for text in [
            "",
            "Meta",
            "A company with a very long name indeed",
            "元の会社の名前",
            "🦀🦀🦀🦀",
        ] {
            for room in [0.0, 8.0, 30.0, 90.0, 500.0] {
                assert!(width(&fit(text, room, 12.0, false), 12.0, false) <= room.max(0.0));
            }
        }
        assert_eq!(fit("Meta", 100.0, 12.0, false), "Meta");
    }

    #[test]
    fn wrapping_keeps_every_word_that_fits() {
        let lines = wrap(
            "Longest task an agent finishes half the time",
            150.0,
            12.0,
            false,
            3,
        );
        assert!(lines.len() > 1 && lines.len() <= 3);
        assert_eq!(
            lines.join(" "),
            "Longest task an agent finishes half the time"
        );
        assert!(wrap("", 100.0, 12.0, false, 2).is_empty());
        assert_eq!(wrap("one two three four", 45.0, 12.0, false, 1).len(), 1);
    }
}

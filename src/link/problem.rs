//! What could not be read as written, in plain sentences of bounded length and number.

/// A sentence is cut to about this many characters.
const SENTENCE_MAX: usize = 240;
/// Of a sentence that is too long, this many characters at its end are kept: they say what was done instead.
const TAIL: usize = 90;
/// At most this many problems are told one by one.
pub const TOLD_MAX: usize = 12;
/// The first characters of what somebody wrote that a sentence repeats.
const SHOWN_MAX: usize = 40;

/// What was wrong, where, and what was done instead, in a sentence for people. Plain text: escape it in HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(String);

impl Problem {
    /// A problem from its sentence, which is shortened in the middle if it is very long.
    pub fn new(sentence: impl Into<String>) -> Problem {
        let sentence: String = sentence.into();
        let length = sentence.chars().count();
        if length <= SENTENCE_MAX {
            return Problem(sentence);
        }
        let head = sentence.chars().take(SENTENCE_MAX - TAIL - 1);
        let tail = sentence.chars().skip(length - TAIL);
        Problem(head.chain(['…']).chain(tail).collect())
    }

    /// The sentence.
    pub fn sentence(&self) -> &str {
        &self.0
    }
}

impl core::fmt::Display for Problem {
    fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Problems as they are met: the first dozen in full, the others as a number.
#[derive(Default)]
pub(super) struct Problems {
    told: Vec<Problem>,
    untold: usize,
}

impl Problems {
    /// Adds a problem; its sentence is only made if it will be told.
    pub fn add<S: Into<String>>(&mut self, sentence: impl FnOnce() -> S) {
        if self.told.len() < TOLD_MAX {
            self.told.push(Problem::new(sentence()));
        } else {
            self.untold += 1;
        }
    }

    /// How many problems there are.
    pub fn count(&self) -> usize {
        self.told.len() + self.untold
    }

    /// The problems, and how many more there are.
    pub fn finish(mut self) -> Vec<Problem> {
        if self.untold > 0 {
            let more = format!("…and {} more of this kind.", self.untold);
            self.told.push(Problem::new(more));
        }
        self.told
    }
}

/// The first characters of what somebody wrote, for a sentence about it.
pub(super) fn shown(text: &str) -> String {
    let mut kept: String = text
        .chars()
        .filter(|c| !c.is_control())
        .take(SHOWN_MAX)
        .collect();
    if text.chars().nth(SHOWN_MAX).is_some() {
        kept.push('…');
    }
    kept
}

/// “; did you mean …?” if one of `known` is close to what was written, else nothing.
pub fn suggestion<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> String {
    let nearest = known
        .map(|k| (distance(written, k), k))
        .min_by_key(|(d, _)| *d);
    match nearest {
        Some((d, k)) if d <= 1 + k.len() / 5 => format!(" Did you mean “{k}”?"),
        _ => String::new(),
    }
}

/// Levenshtein distance: insertions, deletions and replacements between two words, of which the first
/// characters count.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(SHOWN_MAX).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(SHOWN_MAX).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }

    #[test]
    fn long_sentences_keep_their_ends() {
        let long = format!("Start {} end.", "x".repeat(1000));
        let problem = Problem::new(long);
        assert_eq!(problem.sentence().chars().count(), SENTENCE_MAX);
        assert!(problem.sentence().starts_with("Start"));
        assert!(problem.sentence().ends_with("end."));
    }
}

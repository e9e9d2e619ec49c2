//! Equations: a line that reads well as plain text, and its MathML.
//!
//! `a_i′ = g_a (r_i x_{i,cap}/x̄_cap)^γ (1 − c_G G)` is one. Words of several letters are functions or, below a symbol,
//! labels; `_` and `^` take what follows; `/` makes a fraction of its two neighbours and takes off their brackets;
//! braces group unseen; `CAPITALS` name a constant of the
//! program, `CAPITALS[0]` a part of one, and show its value; quotes hold words.

use super::html::escape;
use core::iter::once;

/// A part of an equation.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Math {
    Number(String),
    /// One letter with its accents.
    Symbol(String),
    Word(String),
    Constant(String),
    Operator(char),
    Text(String),
    /// Room between two factors.
    Gap,
    Row(Vec<Math>),
    Brackets(char, Vec<Math>, char),
    Fraction(Box<Math>, Box<Math>),
    Root(Box<Math>),
    Script {
        base: Box<Math>,
        below: Option<Box<Math>>,
        above: Option<Box<Math>>,
    },
}

#[cfg(test)]
/// Words that stand for functions.
pub(super) const FUNCTIONS: &[&str] = &[
    "Binomial", "Poisson", "Pr", "clamp", "exp", "ln", "log2", "logistic", "max", "min", "softmax",
    "tanh",
];
/// Letters below a symbol that only number it.
#[cfg(test)]
const INDICES: [&str; 6] = ["i", "j", "k", "d", "t", "q"];

/// Gives the values of constants by their names.
pub(super) type Values<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Reads an equation.
///
/// # Errors
/// What is wrong, with the rest of the line.
pub(super) fn read(line: &str) -> Result<Math, String> {
    let mut reader = Reader {
        rest: line.chars().collect(),
    };
    reader.rest.reverse();
    let row = reader.row(None)?;
    Ok(Math::Row(row))
}

struct Reader {
    /// What is still to be read, backwards.
    rest: Vec<char>,
}

impl Reader {
    fn next(&self) -> Option<char> {
        self.rest.last().copied()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(c) = self.next().filter(|c| wanted(*c)) {
            taken.push(c);
            self.rest.pop();
        }
        taken
    }

    /// Everything up to the bracket `close`, which is taken too.
    fn row(&mut self, close: Option<char>) -> Result<Vec<Math>, String> {
        let mut row = vec![];
        loop {
            let spaced = !self.take_while(|c| c == ' ').is_empty();
            if self.next() == close {
                self.rest.pop();
                return Ok(row);
            }
            let item = self.fraction()?;
            let operand = |m: &Math| !matches!(m, Math::Operator(_) | Math::Text(_));
            if spaced && operand(&item) && row.last().is_some_and(operand) {
                row.push(Math::Gap);
            }
            row.push(item);
        }
    }

    fn fraction(&mut self) -> Result<Math, String> {
        let over = self.called()?;
        if self.next() != Some('/') {
            return Ok(over);
        }
        self.rest.pop();
        let under = self.called()?;
        Ok(Math::Fraction(Box::new(bare(over)), Box::new(bare(under))))
    }

    /// A function with its argument, which follows without a space; or no function.
    fn called(&mut self) -> Result<Math, String> {
        let function = self.scripted()?;
        let named = match &function {
            Math::Script { base, .. } => matches!(**base, Math::Word(_) | Math::Symbol(_)),
            other => matches!(other, Math::Word(_) | Math::Symbol(_)),
        };
        if !named || self.next() != Some('(') {
            return Ok(function);
        }
        Ok(Math::Row(vec![function, self.scripted()?]))
    }

    fn scripted(&mut self) -> Result<Math, String> {
        let base = Box::new(self.atom()?);
        let (mut below, mut above) = (None, None);
        loop {
            match self.next() {
                Some('_') if below.is_none() => {
                    self.rest.pop();
                    below = Some(Box::new(bare(self.atom()?)));
                }
                Some('^') if above.is_none() => {
                    self.rest.pop();
                    above = Some(Box::new(bare(self.atom()?)));
                }
                Some('′') if above.is_none() => {
                    self.rest.pop();
                    above = Some(Box::new(Math::Operator('′')));
                }
                _ if below.is_none() && above.is_none() => return Ok(*base),
                _ => return Ok(Math::Script { base, below, above }),
            }
        }
    }

    fn atom(&mut self) -> Result<Math, String> {
        let Some(first) = self.rest.pop() else {
            return Err("the line ends where something should follow".to_string());
        };
        if let Some(k) = "([{".find(first) {
            let close = [')', ']', '}'][k];
            return Ok(Math::Brackets(first, self.row(Some(close))?, close));
        }
        Ok(match first {
            '√' => Math::Root(Box::new(bare(self.atom()?))),
            '"' => {
                let text = self.take_while(|c| c != '"');
                self.rest.pop();
                Math::Text(text)
            }
            '0'..='9' => {
                let more = self.take_while(|c| c.is_ascii_digit() || c == '.');
                Math::Number(once(first).chain(more.chars()).collect())
            }
            'a'..='z' | 'A'..='Z' => self.name(first),
            'Δ' => {
                let of = self.take_while(|c| c.is_alphabetic());
                Math::Symbol(format!("Δ{of}"))
            }
            letter if letter.is_alphabetic() && letter != 'Σ' => self.symbol(letter),
            ')' | ']' | '}' | '_' | '^' | '/' | '-' | '*' => {
                let rest: String = self.rest.iter().rev().collect();
                return Err(format!("“{first}” cannot stand before “{rest}”"));
            }
            sign => Math::Operator(sign),
        })
    }

    fn symbol(&mut self, letter: char) -> Math {
        let accents = self.take_while(|c| ('\u{300}'..='\u{36f}').contains(&c));
        Math::Symbol(once(letter).chain(accents.chars()).collect())
    }

    /// A symbol, a word, or the name of a constant.
    fn name(&mut self, first: char) -> Math {
        let next_is =
            |reader: &Reader, of: fn(&char) -> bool| reader.next().is_some_and(|c| of(&c));
        if first.is_ascii_uppercase() && next_is(self, char::is_ascii_uppercase) {
            let more =
                self.take_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
            let place = match self.next() {
                Some('[') => self.take_while(|c| c != ']' && c != ' '),
                _ => String::new(),
            };
            let close = self.take_while(|c| c == ']' && !place.is_empty());
            return Math::Constant(format!("{first}{more}{place}{close}"));
        }
        if next_is(self, char::is_ascii_alphabetic) {
            let more = self.take_while(|c| c.is_ascii_alphanumeric());
            return Math::Word(once(first).chain(more.chars()).collect());
        }
        self.symbol(first)
    }
}

/// Without the brackets around it.
fn bare(math: Math) -> Math {
    match math {
        Math::Brackets('(' | '{', inside, _) => Math::Row(inside),
        other => other,
    }
}

impl Math {
    /// The equation within a line of text.
    pub fn inline(&self) -> String {
        format!("<math>{}</math>", self.mathml(&|_| None))
    }

    /// The equation without the `math` element around it; `value` gives the values of constants.
    pub fn mathml(&self, value: Values) -> String {
        match self {
            Math::Number(n) => format!("<mn>{n}</mn>"),
            Math::Symbol(s) => symbol(s),
            Math::Word(w) if w == "log2" => "<msub><mi>log</mi><mn>2</mn></msub>".to_string(),
            Math::Word(w) => format!("<mi>{w}</mi>"),
            Math::Constant(name) => {
                let shown = value(name).unwrap_or_else(|| name.clone());
                format!("<mn>{}</mn>", escape(&shown))
            }
            Math::Operator(sign) => operator(*sign, "infix"),
            Math::Text(text) => format!("<mtext>{}</mtext>", escape(text)),
            Math::Gap => "<mspace width=\"0.17em\"></mspace>".to_string(),
            Math::Row(row) | Math::Brackets('{', row, _) => shown_row(row, value),
            Math::Brackets(open, row, close) => {
                let stretchy = row.iter().any(Math::is_tall);
                let bracket = |sign: &char| format!("<mo stretchy=\"{stretchy}\">{sign}</mo>");
                let inside = shown_row(row, value);
                format!("<mrow>{}{inside}{}</mrow>", bracket(open), bracket(close))
            }
            Math::Fraction(over, under) => {
                let (over, under) = (over.mathml(value), under.mathml(value));
                format!("<mfrac>{over}{under}</mfrac>")
            }
            Math::Root(of) => format!("<msqrt>{}</msqrt>", of.mathml(value)),
            Math::Script { base, below, above } => {
                let part = |m: &Option<Box<Math>>| m.as_ref().map(|m| m.mathml(value));
                script(base, &base.mathml(value), part(below), part(above))
            }
        }
    }

    /// Whether brackets around it must grow.
    fn is_tall(&self) -> bool {
        match self {
            Math::Fraction(..) | Math::Root(_) => true,
            Math::Row(row) | Math::Brackets(_, row, _) => row.iter().any(Math::is_tall),
            Math::Script { base, .. } => base.is_tall(),
            _ => false,
        }
    }

    /// The symbols in it, each with the labels that tell it from others but without its indices: `x_{i,cap}` is `x_cap`.
    #[cfg(test)]
    pub fn symbols(&self) -> Vec<String> {
        match self {
            Math::Symbol(s) => vec![s.clone()],
            Math::Word(w) if !FUNCTIONS.contains(&w.as_str()) => vec![w.clone()],
            Math::Row(row) | Math::Brackets(_, row, _) => {
                row.iter().flat_map(Math::symbols).collect()
            }
            Math::Fraction(over, under) => [over.symbols(), under.symbols()].concat(),
            Math::Root(of) => of.symbols(),
            Math::Script { base, below, above } => {
                let below = below.as_deref();
                let Math::Symbol(name) = base.as_ref() else {
                    let scripts = [below, above.as_deref()].into_iter().flatten();
                    return base
                        .symbols()
                        .into_iter()
                        .chain(scripts.flat_map(Math::symbols))
                        .collect();
                };
                let mut labels: Vec<String> = below.map(Math::labels).unwrap_or_default();
                labels.retain(|l| !INDICES.contains(&l.as_str()));
                let marked = matches!(above.as_deref(), Some(Math::Symbol(s)) if s == "ℓ");
                let mark = if marked { "^ℓ" } else { "" };
                let label = labels.iter().map(|l| format!("_{l}")).collect::<String>();
                let mut symbols = vec![format!("{name}{label}{mark}")];
                symbols.extend(above.iter().filter(|_| !marked).flat_map(|m| m.symbols()));
                symbols
            }
            _ => vec![],
        }
    }

    /// The names of constants in it.
    #[cfg(test)]
    pub fn names(&self) -> Vec<String> {
        match self {
            Math::Constant(name) => vec![name.clone()],
            Math::Row(row) | Math::Brackets(_, row, _) => {
                row.iter().flat_map(Math::names).collect()
            }
            Math::Fraction(over, under) => [over.names(), under.names()].concat(),
            Math::Root(of) => of.names(),
            Math::Script { base, above, .. } => {
                let above = above.iter().flat_map(|m| m.names());
                base.names().into_iter().chain(above).collect()
            }
            _ => vec![],
        }
    }

    /// What stands below a symbol, part by part.
    #[cfg(test)]
    fn labels(&self) -> Vec<String> {
        match self {
            Math::Symbol(s) | Math::Word(s) | Math::Number(s) => vec![s.clone()],
            Math::Row(row)
                if row
                    .iter()
                    .any(|m| matches!(m, Math::Operator('−' | '+' | '≠'))) =>
            {
                vec![]
            }
            Math::Row(row) => row.iter().flat_map(Math::labels).collect(),
            _ => vec![],
        }
    }
}

/// A row; a minus at its start or behind a comma is a sign, not a difference.
fn shown_row(row: &[Math], value: Values) -> String {
    let mut html = String::from("<mrow>");
    for (k, part) in row.iter().enumerate() {
        let sign = k == 0 || matches!(row[k - 1], Math::Operator(','));
        html += &match part {
            Math::Operator('−') if sign => operator('−', "prefix"),
            part => part.mathml(value),
        };
    }
    html + "</mrow>"
}

fn operator(sign: char, form: &str) -> String {
    match sign {
        'Σ' => "<mo>∑</mo>".to_string(),
        '+' | '−' => format!("<mo form=\"{form}\">{sign}</mo>"),
        sign => format!("<mo>{}</mo>", escape(&sign.to_string())),
    }
}

/// A letter, its accent above it.
fn symbol(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect();
    let accent = match text.chars().last() {
        Some('\u{302}') => '^',
        Some('\u{303}') => '~',
        Some('\u{304}') => '¯',
        _ => {
            let letters = plain
                .chars()
                .map(|c| format!("<mi>{c}</mi>"))
                .collect::<String>();
            return if plain.chars().count() == 1 {
                letters
            } else {
                format!("<mrow>{letters}</mrow>")
            };
        }
    };
    format!("<mover accent=\"true\"><mi>{plain}</mi><mo stretchy=\"false\">{accent}</mo></mover>")
}

/// A little lower than a browser without a font for mathematics sets it.
fn lowered(below: &str) -> String {
    format!("<mpadded voffset=\"-0.15em\" depth=\"+0.15em\">{below}</mpadded>")
}

/// Below and above: at the corner of symbols, under and over sums and choices.
fn script(base: &Math, shown: &str, below: Option<String>, above: Option<String>) -> String {
    let limits = match base {
        Math::Operator('Σ') => true,
        Math::Word(word) => word == "max" || word == "min",
        _ => false,
    };
    let kind = if limits { "mo>" } else { "mi>" };
    let shown = shown.replace("mi>", kind);
    match (below, above, limits) {
        (Some(b), None, true) => format!("<munder>{shown}{b}</munder>"),
        (Some(b), Some(a), true) => format!("<munderover>{shown}{b}{a}</munderover>"),
        (None, Some(a), true) => format!("<mover>{shown}{a}</mover>"),
        (Some(b), None, false) => format!("<msub>{shown}{}</msub>", lowered(&b)),
        (None, Some(a), false) => format!("<msup>{shown}{a}</msup>"),
        (Some(b), Some(a), false) => format!("<msubsup>{shown}{}{a}</msubsup>", lowered(&b)),
        (None, None, _) => shown,
    }
}

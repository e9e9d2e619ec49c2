//! How a number a user may change is declared: once, with everything anyone will ever ask about it.

pub use crate::theory::Grade;

/// A text that only the page of the model shows, which is written natively: a browser does without it, and need not
/// fetch it with the program.
pub const fn only_told(text: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") {
        ""
    } else {
        text
    }
}

/// One number a user may change.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its name in links, on the command line and in code.
    pub key: &'static str,
    pub group: &'static str,
    pub label: &'static str,
    /// What it means and what it moves, in full sentences.
    pub help: &'static str,
    pub unit: &'static str,
    pub default: f64,
    pub min: f64,
    pub max: f64,
    /// The range one would defend: the prior of studies and the tinted part of the slider.
    pub likely: (f64, f64),
    pub grade: Grade,
    pub source: &'static str,
    /// Names of the values 0, 1, 2, … where the number is a choice; else empty.
    pub choices: &'static [&'static str],
}

impl Row {
    /// A step that crosses the range in about a hundred and is a round number; 1 for choices.
    pub fn step(&self) -> f64 {
        if !self.choices.is_empty() {
            return 1.0;
        }
        let rough = (self.max - self.min) / 200.0;
        let mut step = 1e-4;
        for candidate in [
            1e-3, 2e-3, 5e-3, 1e-2, 2e-2, 5e-2, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0,
        ] {
            if candidate <= rough {
                step = candidate;
            }
        }
        step
    }

    /// The nearest value that is allowed; the default for what is not a number.
    pub fn nearest(&self, value: f64) -> f64 {
        if value.is_nan() {
            return self.default;
        }
        let within = value.clamp(self.min, self.max);
        if self.choices.is_empty() {
            within
        } else {
            within.round()
        }
    }
}

/// The upper end of the range of a number, for what must keep to it; in a constant, a key of no entry does not compile.
pub const fn highest(rows: &[Row], key: &str) -> f64 {
    let mut place = 0;
    while !same(rows[place].key.as_bytes(), key.as_bytes()) {
        place += 1;
    }
    rows[place].max
}

/// Whether two texts are the same, for constants.
const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut k = 0;
    while k < a.len() && k < b.len() && a[k] == b[k] {
        k += 1;
    }
    k == a.len() && k == b.len()
}

/// Declares a struct of numbers, generic over [`Real`](crate::num::Real), and its table of [`Row`]s.
///
/// An entry reads: label, help, `key = default in min ..= max, likely low to high, unit, grade source;`
/// with `of ["name", …]` after the unit where the number is a choice.
macro_rules! numbers {
    ($(#[$meta:meta])* $name:ident, $rows:ident {$(
        $group:literal {$(
            #[doc = $label:literal] #[doc = $blank:literal] $(#[doc = $help:literal])+
            $key:ident = $default:literal in $min:literal ..= $max:literal,
            likely $low:literal to $high:literal, $unit:literal $(of [$($choice:literal),+])?,
            $grade:ident $source:literal;
        )+}
    )+}) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name<R> {$($(
            #[doc = $label] #[doc = ""] $(#[doc = $help])+ #[doc = concat!("\n\nUnit: ", $unit, ".")]
            pub $key: R,
        )+)+}

        /// Every entry, in the order in which they are shown.
        pub const $rows: &[$crate::sim::table::Row] = &[$($($crate::sim::table::Row {
            key: stringify!($key),
            group: $group,
            label: $label.trim_ascii(),
            help: concat!($($help),+).trim_ascii(),
            unit: $unit,
            default: $default,
            min: $min,
            max: $max,
            likely: ($low, $high),
            grade: $crate::sim::table::Grade::$grade,
            source: $source,
            choices: &[$($($choice),+)?],
        }),+),+];

        impl<R: Copy> $name<R> {
            /// The values in table order.
            pub fn to_array(&self) -> [R; $rows.len()] {
                [$($(self.$key),+),+]
            }
            /// From values in table order.
            pub fn from_array(values: [R; $rows.len()]) -> Self {
                let [$($($key),+),+] = values;
                Self { $($($key),+),+ }
            }
            /// The value at a place in the table; panics beyond its end.
            pub fn get(&self, place: usize) -> R {
                self.to_array()[place]
            }
            /// Replaces the value at a place in the table; panics beyond its end.
            pub fn set(&mut self, place: usize, value: R) {
                let mut values = self.to_array();
                values[place] = value;
                *self = Self::from_array(values);
            }
            /// The same numbers in another number type.
            pub fn map<S: Copy>(&self, mut change: impl FnMut(R) -> S) -> $name<S> {
                $name { $($($key: change(self.$key)),+),+ }
            }
        }

        impl Default for $name<f64> {
            fn default() -> Self {
                Self { $($($key: $default),+),+ }
            }
        }
    };
}
pub(crate) use numbers;

//! Validation: every sub-model against published values, values derived another way, and its own laws.
//!
//! Values without a closed form were computed to 17 digits by an independent program in 40-digit arithmetic
//! (integrals by quadrature, equilibria by root finding on first-order conditions).

mod adoption;
mod development_race;
mod incidents;
mod investors;
mod platforms;
mod progress;
mod race;
mod research;
mod standards;
mod strategy;

use core::fmt;

/// How well a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Verified: seen in the named source.
    V,
    /// From the literature as commonly quoted; the page was not checked.
    M,
    /// Derived, and checked numerically.
    D,
    /// Judgement: no observation settles it.
    J,
}

impl Grade {
    /// The letter and the word a reader sees.
    pub fn word(self) -> &'static str {
        match self {
            Grade::V => "verified",
            Grade::M => "literature",
            Grade::D => "derived",
            Grade::J => "judgement",
        }
    }
}

/// How far `ours` may lie from `expected`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tolerance {
    /// One closed form against another: relative 10⁻⁹.
    Det,
    /// Roots and eigenvalues: relative 10⁻⁶.
    Num,
    /// A simulation with a fixed seed: below four standard errors.
    Mc {
        /// Standard error of `ours`.
        standard_error: f64,
    },
    /// Absolute.
    Abs(f64),
    /// Relative.
    Rel(f64),
}

impl Tolerance {
    /// The largest difference from `expected` that passes.
    pub fn bound(self, expected: f64) -> f64 {
        /// Standard errors that a simulation may be off.
        const STANDARD_ERRORS: f64 = 4.0;
        match self {
            Tolerance::Det => 1e-9 * expected.abs(),
            Tolerance::Num => 1e-6 * expected.abs(),
            Tolerance::Mc { standard_error } => STANDARD_ERRORS * standard_error,
            Tolerance::Abs(bound) => bound,
            Tolerance::Rel(bound) => bound * expected.abs(),
        }
    }
}

/// One comparison of a function of ours with a known value.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What is compared.
    pub name: String,
    /// Where the equation or the value comes from.
    pub source: &'static str,
    /// How well the expected value is known.
    pub grade: Grade,
    /// The known value.
    pub expected: f64,
    /// What our function gives.
    pub ours: f64,
    /// How far they may differ.
    pub tolerance: Tolerance,
    /// What a reader should know; mostly empty.
    pub note: &'static str,
}

impl Case {
    /// Whether ours is as near as the tolerance asks; never for NaN.
    pub fn passes(&self) -> bool {
        (self.ours - self.expected).abs() <= self.tolerance.bound(self.expected)
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.passes() { "pass" } else { "FAIL" };
        write!(
            f,
            "{verdict}  {:<64} {:>20.12} {:>20.12} {:>9.1e}  {:?}  {}",
            self.name,
            self.expected,
            self.ours,
            self.tolerance.bound(self.expected),
            self.grade,
            self.source
        )
    }
}

/// Every validation case, in the order of the literature base. Simulations included: about a second.
pub fn cases() -> Vec<Case> {
    [
        race::cases as fn(&mut Sheet),
        development_race::cases,
        research::cases,
        progress::cases,
        adoption::cases,
        standards::cases,
        platforms::cases,
        investors::cases,
        strategy::cases,
        incidents::cases,
    ]
    .into_iter()
    .flat_map(|fill| {
        let mut sheet = Sheet::default();
        fill(&mut sheet);
        sheet.cases
    })
    .collect()
}

/// Cases being written down, under one source and grade at a time.
struct Sheet {
    source: &'static str,
    grade: Grade,
    cases: Vec<Case>,
}

impl Default for Sheet {
    fn default() -> Self {
        Sheet {
            source: "",
            grade: Grade::D,
            cases: Vec::new(),
        }
    }
}

impl Sheet {
    /// What follows comes from `source` and is known as well as `grade` says.
    fn from(&mut self, source: &'static str, grade: Grade) {
        (self.source, self.grade) = (source, grade);
    }

    fn case(&mut self, name: impl Into<String>, expected: f64, ours: f64, tolerance: Tolerance) {
        self.cases.push(Case {
            name: name.into(),
            source: self.source,
            grade: self.grade,
            expected,
            ours,
            tolerance,
            note: "",
        });
    }

    fn det(&mut self, name: impl Into<String>, expected: f64, ours: f64) {
        self.case(name, expected, ours, Tolerance::Det);
    }

    fn num(&mut self, name: impl Into<String>, expected: f64, ours: f64) {
        self.case(name, expected, ours, Tolerance::Num);
    }

    fn abs(&mut self, name: impl Into<String>, expected: f64, ours: f64, bound: f64) {
        self.case(name, expected, ours, Tolerance::Abs(bound));
    }

    /// A simulated mean with its standard error.
    fn mc(&mut self, name: impl Into<String>, expected: f64, ours: super::numeric::Sample) {
        let standard_error = ours.standard_error();
        self.case(
            name,
            expected,
            ours.mean(),
            Tolerance::Mc { standard_error },
        );
    }

    /// A statement: 1 if true.
    fn holds(&mut self, name: impl Into<String>, truth: bool) {
        self.case(name, 1.0, f64::from(u8::from(truth)), Tolerance::Abs(0.0));
    }

    /// A remark on the last case.
    fn note(&mut self, note: &'static str) {
        if let Some(case) = self.cases.last_mut() {
            case.note = note;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_passes() {
        let cases = cases();
        let failed: Vec<_> = cases.iter().filter(|case| !case.passes()).collect();
        for case in &failed {
            println!("{case}  {}", case.note);
        }
        assert!(
            failed.is_empty(),
            "{} of {} cases fail",
            failed.len(),
            cases.len()
        );
        assert!(cases.len() >= 120, "only {} cases", cases.len());
    }

    #[test]
    fn names_tell_the_cases_of_a_source_apart() {
        let mut seen = std::collections::BTreeSet::new();
        for case in cases() {
            assert!(!case.source.is_empty(), "{} has no source", case.name);
            assert!(
                seen.insert((case.source, case.name.clone())),
                "twice: {}",
                case.name
            );
        }
    }

    #[test]
    fn a_wrong_value_and_a_missing_one_fail() {
        let mut sheet = Sheet::default();
        sheet.det("off by a millionth", 1.0, 1.000_001);
        sheet.num("not a number", 1.0, f64::NAN);
        sheet.holds("false", false);
        assert!(sheet.cases.iter().all(|case| !case.passes()));
    }
}

//! Reads decimal numbers, exactly as the standard library does, in a fraction of its size.
//!
//! The library's own reading of a float carries a table of ten kilobytes so that it is quick; links hold a handful of
//! numbers, and a first visit fetches every byte.

/// Significant digits that can decide how a number is rounded; of those that follow it only matters whether any is not 0.
const DIGITS_MAX: usize = 800;
/// Powers of ten beyond which every number is infinite, or zero.
const POWER_MAX: i64 = 310;
const POWER_MIN: i64 = -345;
/// Bits of an `f64`: of its fraction, and the bias of its exponent.
const FRACTION_BITS: i64 = 52;
const BIAS: i64 = 1023;
/// Bits of a quotient: enough to round by, with what is left over.
const QUOTIENT_BITS: i64 = 66;

/// The nearest `f64` to a decimal number: `-1.5e3`, `.5`, `inf`, `nan`; nothing if the text is anything else.
pub fn read_decimal(text: &str) -> Option<f64> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let sign = if negative { -1.0 } else { 1.0 };
    if rest.eq_ignore_ascii_case("inf") || rest.eq_ignore_ascii_case("infinity") {
        return Some(sign * f64::INFINITY);
    }
    if rest.eq_ignore_ascii_case("nan") {
        return Some(f64::NAN);
    }
    let (digits, power) = match rest.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, read_power(power)?),
        None => (rest, 0),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = || whole.bytes().chain(part.bytes());
    if whole.len() + part.len() == 0 || !all().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let zeros = all().take_while(|b| *b == b'0').count();
    let mut number = Big::from(0);
    for digit in all().skip(zeros).take(DIGITS_MAX) {
        number.times_ten_plus(u32::from(digit - b'0'));
    }
    let mut rest = all().skip(zeros + DIGITS_MAX);
    let shift = rest.clone().count() as i64 - part.len() as i64;
    let mut power = power.saturating_add(shift);
    if rest.any(|b| b != b'0') {
        number.times_ten_plus(1);
        power -= 1;
    }
    Some(sign * number.times_power_of_ten(power, all().count() - zeros))
}

/// A whole number with a sign, as large as may be.
fn read_power(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let size = digits.bytes().fold(0_i64, |n, b| {
        n.saturating_mul(10).saturating_add(i64::from(b - b'0'))
    });
    Some(if text.starts_with('-') { -size } else { size })
}

/// A whole number of any size, its lowest 32 bits first, without zeros at its end.
#[derive(Clone)]
struct Big(Vec<u32>);

impl Big {
    fn from(n: u32) -> Big {
        Big(if n == 0 { vec![] } else { vec![n] })
    }

    fn times_ten_plus(&mut self, digit: u32) {
        let mut carry = u64::from(digit);
        for word in &mut self.0 {
            carry += u64::from(*word) * 10;
            *word = carry as u32;
            carry >>= u32::BITS;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn bits(&self) -> i64 {
        let top = self.0.last().map_or(0, |w| u32::BITS - w.leading_zeros());
        (self.0.len() as i64 - 1).max(0) * i64::from(u32::BITS) + i64::from(top)
    }

    fn double(&mut self, times: i64) {
        let (words, bits) = (times as usize / 32, times as u32 % 32);
        let mut carry = 0;
        for word in &mut self.0 {
            let wide = u64::from(*word) << bits | carry;
            *word = wide as u32;
            carry = wide >> u32::BITS;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
        self.0.splice(0..0, core::iter::repeat_n(0, words));
    }

    /// Takes another number away if it is not larger; whether it was not.
    fn less(&mut self, other: &Big) -> bool {
        let order = (self.0.len().cmp(&other.0.len()))
            .then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()));
        if order.is_lt() {
            return false;
        }
        let mut borrow = 0;
        for (k, word) in self.0.iter_mut().enumerate() {
            let taken = other.0.get(k).map_or(0, |w| i64::from(*w));
            let left = i64::from(*word) - taken - borrow;
            *word = left as u32;
            borrow = i64::from(left < 0);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        true
    }

    /// The nearest `f64` to the number times ten to a power; it has so many digits, or as many as were kept.
    fn times_power_of_ten(mut self, power: i64, digits: usize) -> f64 {
        let size = power.saturating_add(digits.min(DIGITS_MAX) as i64);
        if self.0.is_empty() || size < POWER_MIN {
            return 0.0;
        }
        if size > POWER_MAX {
            return f64::INFINITY;
        }
        let mut divisor = Big::from(1);
        for _ in 0..power.abs() {
            let grows = if power > 0 { &mut self } else { &mut divisor };
            grows.times_ten_plus(0);
        }
        let align = self.bits() - divisor.bits();
        let smaller = if align > 0 { &mut divisor } else { &mut self };
        smaller.double(align.abs());
        let mut quotient = 0_u128;
        for _ in 0..QUOTIENT_BITS {
            quotient = quotient << 1 | u128::from(self.less(&divisor));
            self.double(1);
        }
        // The number is the quotient times two to this power, and a little more if anything is left.
        rounded(quotient, align - QUOTIENT_BITS + 1, !self.0.is_empty())
    }
}

/// The nearest `f64` to a number times two to a power, to the even one of two; a little more where `more`.
fn rounded(number: u128, power: i64, more: bool) -> f64 {
    let bits = i64::from(u128::BITS - number.leading_zeros());
    let exponent = (bits - 1 + power).max(1 - BIAS);
    let dropped = (exponent - FRACTION_BITS - power).min(i64::from(u128::BITS) - 1);
    let half = 1_u128 << (dropped - 1);
    let rest = number & (2 * half - 1);
    let mut kept = (number >> dropped) as u64;
    if rest > half || rest == half && (more || kept & 1 == 1) {
        kept += 1;
    }
    if exponent > BIAS {
        return f64::INFINITY;
    }
    // A fraction that has its leading bit adds one to the exponent by itself, and so does one that was rounded up.
    f64::from_bits((((exponent + BIAS - 1) as u64) << FRACTION_BITS) + kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::mix;

    fn same(text: &str) {
        let (ours, theirs) = (read_decimal(text), text.parse::<f64>().ok());
        assert_eq!(ours.map(f64::to_bits), theirs.map(f64::to_bits), "{text:?}");
    }

    #[test]
    fn numbers_are_read_as_the_library_reads_them() {
        for text in [
            "",
            "-",
            "+",
            ".",
            "e5",
            "1e",
            "1e+",
            "0x10",
            "1 ",
            "1_000",
            "--1",
            "1.2.3",
            "inf",
            "-Infinity",
            "NaN",
            "nano",
            "0",
            "-0",
            "+0.0",
            ".5",
            "5.",
            "1e-400",
            "1e400",
            "-1e308",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "4.9e-324",
            "2.4e-324",
            "2.5e-324",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "9007199254740993",
            "9007199254740992.999",
            "0.1",
            "0.30000000000000004",
            "1e22",
            "1e23",
            "1e99999999999",
            "1e-99999999999",
            "0e99999999999",
            "123456789012345678901234567890e-10",
        ] {
            same(text);
        }
        let long = "9".repeat(2000);
        same(&long);
        same(&format!("0.{long}"));
        same(&format!("0.{}{long}e1000", "0".repeat(1000)));
        // Halfway between two numbers, as far as the last of many digits.
        let half = "9007199254740993".to_string() + "." + &"0".repeat(900);
        same(&half);
        same(&(half + "1"));
    }

    #[test]
    fn numbers_that_were_written_are_read_back() {
        for n in 0..20_000_u64 {
            let value = f64::from_bits(mix(n));
            if value.is_nan() {
                continue;
            }
            same(&value.to_string());
            same(&format!("{value:e}"));
            same(&format!("{:.17}", value.abs().clamp(1e-3, 1e6)));
        }
    }
}

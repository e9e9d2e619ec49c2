//! The forms of output: a table for people, CSV, or JSON.

use super::Outcome;
use serde::Serialize;
use std::io::{self, Write};

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Csv,
    Json,
}

#[derive(clap::Args)]
pub(super) struct FormArgs {
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Print CSV with raw numbers, one observation a line
    #[arg(long, conflicts_with = "json")]
    csv: bool,
}

impl FormArgs {
    pub fn form(&self) -> Form {
        match (self.json, self.csv) {
            (true, _) => Form::Json,
            (_, true) => Form::Csv,
            _ => Form::Text,
        }
    }
}

/// Writes a value as JSON, indented.
pub(super) fn json(out: &mut dyn Write, value: &impl Serialize) -> Outcome {
    serde_json::to_writer_pretty(&mut *out, value).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// Writes one line of CSV; fields with separators or quotes are quoted (RFC 4180).
pub(super) fn csv_line<S: AsRef<str>>(
    out: &mut dyn Write,
    fields: impl IntoIterator<Item = S>,
) -> io::Result<()> {
    for (k, field) in fields.into_iter().enumerate() {
        let field = field.as_ref();
        if k > 0 {
            out.write_all(b",")?;
        }
        if field.contains([',', '"', '\n', '\r']) {
            write!(out, "\"{}\"", field.replace('"', "\"\""))?;
        } else {
            out.write_all(field.as_bytes())?;
        }
    }
    out.write_all(b"\n")
}

/// Breaks a text into lines of at most `width` characters and writes each behind `indent` spaces.
pub(super) fn paragraph(
    out: &mut dyn Write,
    indent: usize,
    width: usize,
    text: &str,
) -> io::Result<()> {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            writeln!(out, "{:indent$}{line}", "")?;
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        writeln!(out, "{:indent$}{line}", "")?;
    }
    Ok(())
}

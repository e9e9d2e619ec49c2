//! The Model page: what the model computes and what its numbers rest on, made from the model's own files and tables.
//!
//! Equations, words and numbers are taken from the files of [`sim`](crate::sim) when the program is built, rows from
//! its tables, so that the page cannot say something else than the program does. All is HTML text; nobody
//! needs a browser to make it.

mod balance;
mod evidence;
mod html;
mod math;
mod month;
mod pictures;
mod source;
mod tables;
#[cfg(test)]
mod tests;
mod words;
mod works;

pub use evidence::{Findings, backcast_list, facts_table, validation};

use crate::chart::STYLE as CHART_STYLE;
use crate::link::MODEL_VERSION;
use html::escape;

/// The style sheet of the Model page: `assets/docs.css`. All of it applies within `.model-page`, and it comes with the
/// page, so that nobody fetches it who does not ask for the model.
pub const STYLE: &str = include_str!("../assets/docs.css");

/// What stands before and behind the title, contents and sections in [`whole_page`], for whoever shows them elsewhere.
pub const BEGIN: &str = "<!-- the model -->\n";
pub const END: &str = "<!-- end of the model -->\n";

/// A section of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// The part of the page it stands in; neighbours share it.
    pub part: &'static str,
    pub title: &'static str,
    /// Its content without the title.
    pub html: String,
}

impl Section {
    fn new(
        id: impl Into<String>,
        part: &'static str,
        title: &'static str,
        html: String,
    ) -> Section {
        let id = id.into();
        Section {
            id,
            part,
            title,
            html,
        }
    }

    /// The section with its title, as an element with its anchor.
    pub fn element(&self) -> String {
        let (id, title) = (&self.id, escape(self.title));
        format!(
            "<section id=\"{id}\"><h2>{title}</h2>\n{}</section>\n",
            self.html
        )
    }
}

/// All sections in their order.
pub fn model_page(findings: &Findings) -> Vec<Section> {
    let mut sections = vec![words::about()];
    sections.extend(month::sections());
    sections.extend(tables::sections());
    sections.extend(evidence::sections(findings));
    sections.extend(words::limits());
    sections
}

/// The contents: links to all sections, by part.
pub fn contents(sections: &[Section]) -> String {
    let mut html = String::from("<nav class=\"contents\" aria-label=\"Contents\">\n");
    for part in sections.chunk_by(|a, b| a.part == b.part) {
        let item =
            |s: &Section| format!("<li><a href=\"#{}\">{}</a></li>\n", s.id, escape(s.title));
        let items: String = part.iter().map(item).collect();
        html += &format!("<p>{}</p>\n<ul>\n{items}</ul>\n", escape(part[0].part));
    }
    html + "</nav>\n"
}

/// The whole page as a file that needs no other.
///
/// Rows of parameters carry a button with their key in `data-key`, which shows only where there are sliders.
pub fn whole_page(findings: &Findings) -> String {
    let sections = model_page(findings);
    let body: String = sections.iter().map(Section::element).collect();
    let contents = contents(&sections);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>After the Leak: the model</title>\n\
         <style>\n{CHART_STYLE}</style>\n</head>\n<body class=\"model-page model-file\">\n\
         {BEGIN}<style>\n{STYLE}</style>\n<main>\n<div class=\"model-head\"><h1>After the Leak: the model</h1>\n<p>Version {MODEL_VERSION} of the model. Equations, numbers, sources, evidence and limits.</p></div>\n\
         <div class=\"columns\">\n{contents}<div class=\"model-text\">\n{body}</div>\n</div>\n</main>\n{END}</body>\n</html>\n"
    )
}

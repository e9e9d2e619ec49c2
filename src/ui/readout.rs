//! What a chart reads at the cursor: beside it, under it, and spoken.

use super::charts::{Lines, Panel};
use super::near::Near;
use super::words::date;
use super::words::whole;
use after_the_leak::chart::Unit;
use after_the_leak::chart::Written;
use after_the_leak::num::sort_short;
use yew::prelude::*;

/// One row of a readout: the class of its colour, name, value.
#[derive(Clone, PartialEq)]
pub struct Word {
    pub class: String,
    /// The median of a company, rather than something about the one in front.
    pub is_line: bool,
    pub name: String,
    pub value: String,
}

/// What a chart reads at a month, the company in front first.
pub fn reading(lines: &Lines, panel: &Panel, month: u32, near: Option<&Near>) -> Vec<Word> {
    let unit: Unit = panel.metric.row().unit;
    let at = |values: &[f32]| values.get(month as usize).copied();
    let format = |values: &[f32]| at(values).map_or(String::new(), |v| unit.format(v));
    let line = |slot: Option<u8>, name: &str, values: &[f32]| Word {
        class: slot.map_or("plain".to_string(), |s| format!("c{s}")),
        is_line: true,
        name: name.to_string(),
        value: format(values),
    };
    let about = |class: &str, name: &str, value: String| Word {
        class: class.to_string(),
        is_line: false,
        name: name.to_string(),
        value,
    };
    let range = format!("{} – {}", format(&lines.fan.p05), format(&lines.fan.p95));
    let mut words = vec![
        line(lines.slot, &lines.name, &lines.fan.p50),
        about("range", "nine in ten", range),
        about("future", "this future", format(&lines.future)),
    ];
    if !lines.reference.is_empty() {
        words.push(about("range", "fundamental", format(&lines.reference)));
    }
    if let Some(near) = near {
        let name = format!(
            "future {} (click opens it)",
            whole(near.future as usize + 1)
        );
        words.push(about("near", &name, unit.format(near.value)));
    }
    let mut others: Vec<_> = lines.others.iter().collect();
    let by_value = |v: &[f32]| at(v).unwrap_or(f32::NEG_INFINITY);
    sort_short(&mut others, |a, b| {
        by_value(&b.2).total_cmp(&by_value(&a.2))
    });
    words.extend(
        others
            .into_iter()
            .map(|(slot, name, values)| line(Some(*slot), name, values)),
    );
    words
}

pub fn spoken(month: u32, words: &[Word]) -> String {
    let parts: Vec<String> = words
        .iter()
        .map(|w| format!("{} {}", w.name, w.value))
        .collect();
    format!("{}: {}", date(month), parts.join(", "))
}

/// The lines by name, with their values at the cursor, where the chart is too narrow to say it itself.
pub fn key(words: &[Word]) -> Html {
    html! {
        <ul>
            for (k, word) in words.iter().filter(|w| w.is_line).enumerate() {
                <li key={k} class={word.class.clone()}><span class="swatch"></span>{ format!("{} {}", word.name, word.value) }</li>
            }
        </ul>
    }
}

/// The values at the cursor, on the side where there is room.
pub fn readout(month: u32, words: &[Word], x: f32, width: f32) -> Html {
    const GAP: f32 = 12.0;
    let style = if x > width / 2.0 {
        format!("right:{:.0}px", width - x + GAP)
    } else {
        format!("left:{:.0}px", x + GAP)
    };
    html! {
        <div class="readout" {style}>
            <p>{ date(month) }</p>
            <dl>
                for (k, word) in words.iter().enumerate() {
                    <div key={k} class={word.class.clone()}><dt>{ word.name.clone() }</dt><dd>{ word.value.clone() }</dd></div>
                }
            </dl>
        </div>
    }
}
